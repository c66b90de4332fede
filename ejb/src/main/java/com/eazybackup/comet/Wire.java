package com.eazybackup.comet;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads Comet's JSON: what is missing is empty, what is unknown stays. */
final class Wire {

    static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * For records: Comet's names begin with a capital letter and end in ID; what is missing or null
     * is empty; what is unknown is left out.
     */
    static final ObjectMapper RECORDS =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .withConfigOverride(String.class, Wire::neverNull)
                    .withConfigOverride(List.class, Wire::neverNull)
                    .withConfigOverride(Map.class, Wire::neverNull)
                    .build();

    private Wire() {}

    private static void neverNull(MutableConfigOverride override) {
        override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    static long number(JsonNode node, String field) {
        return node.path(field).asLong(0);
    }

    static int integer(JsonNode node, String field) {
        return node.path(field).asInt(0);
    }

    static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    /** A map of Comet's, which is {@code null} or {@code []} in some places when it is empty. */
    static <T> Map<String, T> map(
            JsonNode node, String field, BiFunction<String, JsonNode, T> each) {
        Map<String, T> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.path(field).properties()) {
            if (entry.getValue().isObject() && !entry.getKey().isEmpty()) {
                found.put(entry.getKey(), each.apply(entry.getKey(), entry.getValue()));
            }
        }
        return found;
    }

    /** Whether a field holds a map, in any of the ways in which Comet writes one. */
    static boolean hasMap(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null
                && (value.isObject() || value.isNull() || (value.isArray() && value.isEmpty()));
    }
}
