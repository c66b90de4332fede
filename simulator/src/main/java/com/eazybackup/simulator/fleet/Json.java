package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Templates with every documented field at its zero value; nobody changes the originals. */
public final class Json {

    public static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, ObjectNode> TEMPLATES = new ConcurrentHashMap<>();

    private Json() {}

    /**
     * @param name job, profile, item, rule, vault, version or organization
     */
    public static ObjectNode template(String name) {
        return TEMPLATES.computeIfAbsent(name, Json::read).deepCopy();
    }

    /** The member of that name, which must be an object. */
    public static ObjectNode object(JsonNode node, String field) {
        return (ObjectNode) node.required(field);
    }

    static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode parsed(byte[] bytes) {
        try {
            return (ObjectNode) MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Json.class.getResourceAsStream(name + ".json")) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
