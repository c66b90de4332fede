package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Frames that no server should send. Each is made from an event that would have been right. */
public enum Poison {
    BROKEN_JSON("JSON that ends in the middle") {
        @Override
        byte[] of(ObjectNode event) {
            String text = text(event);
            return utf8(text.substring(0, text.length() / 2));
        }
    },
    WRONG_TYPES("text where a number belongs, a number where an object belongs") {
        @Override
        byte[] of(ObjectNode event) {
            data(event).put("StartTime", "this morning").put("Status", "fine").put("Progress", 7);
            event.put("Timestamp", "now");
            return utf8(text(event));
        }
    },
    NULL_DATA("Data is null") {
        @Override
        byte[] of(ObjectNode event) {
            event.putNull("Data");
            return utf8(text(event));
        }
    },
    INVALID_UTF8("bytes that are no UTF-8, in a name") {
        @Override
        byte[] of(ObjectNode event) {
            data(event).put("Username", "na\u0001me");
            byte[] bytes = utf8(text(event).replace("\\u0001", "\u0001"));
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 1) {
                    bytes[i] = (byte) 0xC3;
                }
            }
            return bytes;
        }
    },
    NUL("a NUL character in a name") {
        @Override
        byte[] of(ObjectNode event) {
            data(event).put("Username", "na\u0000me");
            return utf8(text(event));
        }
    },
    DEEP("an object in an object, 5,000 times") {
        @Override
        byte[] of(ObjectNode event) {
            int depth = 5_000;
            String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            event.put("Data", "@");
            return utf8(text(event).replace("\"@\"", deep));
        }
    },
    HUGE_NUMBERS("numbers beyond 64 bits") {
        @Override
        byte[] of(ObjectNode event) {
            data(event).put("TotalSize", "@").put("EndTime", "#");
            return utf8(
                    text(event)
                            .replace("\"@\"", "99999999999999999999999999")
                            .replace("\"#\"", "1e400"));
        }
    },
    NO_OBJECT("a list instead of an object") {
        @Override
        byte[] of(ObjectNode event) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode().add(event);
            return utf8(list.toString());
        }
    },
    EMPTY("a frame without a character") {
        @Override
        byte[] of(ObjectNode event) {
            return new byte[0];
        }
    },
    UNKNOWN_CODES("event type 4999, job status 6999, classification 4999") {
        @Override
        byte[] of(ObjectNode event) {
            data(event).put("Status", 6999).put("Classification", 4999).put("EndTime", 0);
            event.put("Type", 4999).put("TypeString", "SEVT_FROM_THE_FUTURE");
            return utf8(text(event));
        }
    };

    private final String sentence;

    Poison(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /**
     * @param event a job's event; may be changed
     */
    abstract byte[] of(ObjectNode event);

    private static ObjectNode data(ObjectNode event) {
        return Json.object(event, "Data");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode node) {
        try {
            return Json.MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
