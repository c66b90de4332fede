package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.comet.Switches.AllowListForm;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which types of events a listener wants.
 *
 * @param types empty = all
 */
record AllowList(Set<Integer> types) {

    /** What is in no understood form counts as nothing said. */
    static AllowList of(String text, AllowListForm form) {
        return new AllowList(
                switch (form) {
                    case ANY -> text.startsWith("[") ? array(text) : commas(text);
                    case COMMAS -> commas(text);
                    case JSON_ARRAY -> array(text);
                    case IGNORED -> Set.of();
                });
    }

    boolean allows(int type) {
        return types.isEmpty() || types.contains(type);
    }

    private static Set<Integer> commas(String text) {
        return text.matches("\\d{1,9}(,\\d{1,9})*")
                ? Arrays.stream(text.split(",", -1))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<Integer> array(String text) {
        Set<Integer> types = new TreeSet<>();
        try {
            for (JsonNode type : Json.MAPPER.readTree(text)) {
                types.add(type.asInt());
            }
        } catch (JsonProcessingException e) {
            return Set.of();
        }
        return types;
    }
}
