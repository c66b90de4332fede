package com.eazybackup.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of an act's body. */
record Order(JsonNode body) {

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    String text(String field) {
        return body.path(field).asText();
    }

    String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    long number(String field) {
        return body.path(field).asLong();
    }

    int number(String field, int otherwise) {
        return body.path(field).asInt(otherwise);
    }
}
