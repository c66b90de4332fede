package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes a {@link LongAnswer} and keeps its first members to look at. */
final class LongSender {

    /** As many as the check of the protocol looks at. */
    private static final int SAMPLE = 300;

    private final Oddities oddities;
    private final ObjectNode object = JsonNodeFactory.instance.objectNode();
    private final ArrayNode array = JsonNodeFactory.instance.arrayNode();

    LongSender(Oddities oddities) {
        this.oddities = oddities;
    }

    /**
     * Writes all of it and closes the stream.
     *
     * @param looked told the first members as they were before any oddity, while the answer's end
     *     is still to come
     */
    void send(LongAnswer answer, OutputStream to, Consumer<JsonNode> looked) throws IOException {
        try (JsonGenerator out = Json.MAPPER.createGenerator(to)) {
            if (answer.map()) {
                out.writeStartObject();
            } else {
                out.writeStartArray();
            }
            answer.members().tell((key, member) -> write(out, answer.map(), key, member));
            looked.accept(answer.map() ? object : array);
            if (answer.map()) {
                out.writeEndObject();
            } else {
                out.writeEndArray();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(JsonGenerator out, boolean map, String key, JsonNode member) {
        try {
            if (map) {
                out.writeFieldName(key);
            }
            out.writeTree(oddities.apply(member));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (map && object.size() < SAMPLE) {
            object.set(key, member);
        } else if (!map && array.size() < SAMPLE) {
            array.add(member);
        }
    }
}
