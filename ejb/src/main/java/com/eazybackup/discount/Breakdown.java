package com.eazybackup.discount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The lines of a calculation as JSON, for whoever asks years later what an amount was made of. */
final class Breakdown {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Breakdown() {}

    static String of(Calculated calculated) {
        try {
            return JSON.writeValueAsString(calculated.lines());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lines are always JSON", e);
        }
    }
}
