package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which path is which call. */
final class Calls {

    private final Map<String, Call> byPath = new HashMap<>();

    /**
     * @param path after {@code /api/v1/admin/}
     */
    void add(String path, Call call) {
        byPath.put(path, call);
    }

    Optional<Call> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The beginning of most answers: 200 and "OK". */
    static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("Status", 200).put("Message", "OK");
    }
}
