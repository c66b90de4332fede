package com.eazybackup.preferences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What somebody wants to be otherwise in a {@link Look}: what it does not name stays, and null
 * takes back what was chosen.
 */
public final class LookWish {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private final Look wanted;
    private final ObjectNode change;

    private LookWish(Look wanted, ObjectNode change) {
        this.wanted = wanted;
        this.change = change;
    }

    /**
     * @return empty when it is no wish: not an object, a field that no look has, a value of another
     *     kind
     */
    public static Optional<LookWish> of(JsonNode body) {
        if (body == null || !body.isObject()) {
            return Optional.empty();
        }
        try {
            Look wanted = JSON.treeToValue(body, Look.class);
            ObjectNode change = JSON.valueToTree(wanted);
            body.properties().stream()
                    .filter(field -> field.getValue().isNull())
                    .forEach(field -> change.putNull(field.getKey()));
            return Optional.of(new LookWish(wanted, change));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * @return what is wrong with it, in a sentence; empty when it can be kept
     */
    public Optional<String> flaw() {
        return wanted.flaw();
    }

    /** For somebody who has chosen nothing else. */
    Look alone() {
        return wanted;
    }

    /** As a JSON merge patch (RFC 7396). */
    String asPatch() {
        return change.toString();
    }
}
