package com.eazybackup.simulator.whmcs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The beginnings of answers. */
final class Reply {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Reply() {}

    static ObjectNode success() {
        return JSON.objectNode().put("result", "success");
    }

    static ObjectNode error(String message) {
        return JSON.objectNode().put("result", "error").put("message", message);
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /** A page of a list, with the three counts that WHMCS puts before it. */
    static ObjectNode page(int total, int from, List<ObjectNode> entries, String... path) {
        ObjectNode reply =
                success()
                        .put("totalresults", total)
                        .put("startnumber", from)
                        .put("numreturned", entries.size());
        list(reply, entries, path);
        return reply;
    }

    /**
     * @param path the names that lead to the list, for example clients, client
     */
    static void list(ObjectNode reply, List<ObjectNode> entries, String... path) {
        ObjectNode at = reply;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.putObject(path[i]);
        }
        ArrayNode list = at.putArray(path[path.length - 1]);
        entries.forEach(list::add);
    }

    /** A row as WHMCS shows it: money and dates as text, what is not there as an empty text. */
    static ObjectNode of(Map<String, Object> row) {
        ObjectNode object = object();
        row.forEach(
                (name, value) -> {
                    if (value instanceof Boolean flag) {
                        object.put(name, flag);
                    } else if (value instanceof Number number && !(value instanceof BigDecimal)) {
                        object.put(name, number.longValue());
                    } else {
                        object.put(name, value == null ? "" : value.toString());
                    }
                });
        return object;
    }
}
