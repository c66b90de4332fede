package com.eazybackup.comet;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Optional;

/** Turns what a call is given into the text of a form field. */
final class FormFields {

    private FormFields() {}

    /**
     * @return empty when the field is left out
     */
    static Optional<String> text(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.flatMap(FormFields::text);
        }
        if (value instanceof Boolean on) {
            // The SDKs differ: some send 1 and 0, some true and false. Servers take both.
            return Optional.of(on ? "1" : "0");
        }
        if (value instanceof Instant time) {
            return Optional.of(Long.toString(time.getEpochSecond()));
        }
        if (value instanceof String || value instanceof Integer || value instanceof Long) {
            return Optional.of(value.toString());
        }
        return Optional.of(identifier(value).orElseGet(() -> json(value)));
    }

    /** A record of one text is an identifier. */
    private static Optional<String> identifier(Object value) {
        if (!(value instanceof Record)) {
            return Optional.empty();
        }
        RecordComponent[] parts = value.getClass().getRecordComponents();
        if (parts.length != 1
                || !parts[0].getName().equals("value")
                || parts[0].getType() != String.class) {
            return Optional.empty();
        }
        try {
            return Optional.of((String) parts[0].getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(value.getClass() + " cannot be sent", e);
        }
    }

    private static String json(Object value) {
        try {
            return Wire.RECORDS.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Its message may quote the value.
            throw new IllegalArgumentException(value.getClass() + " cannot be sent as JSON");
        }
    }
}
