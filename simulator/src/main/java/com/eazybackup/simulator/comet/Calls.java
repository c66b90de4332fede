package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which path is which call. */
final class Calls {

    private final Map<String, Call> byPath = new HashMap<>();
    private final Map<String, RawCall> rawByPath = new HashMap<>();
    private final Map<String, LongCall> longByPath = new HashMap<>();

    /**
     * @param path after the family's own, for example after {@code /api/v1/admin/}
     */
    void add(String path, Call call) {
        byPath.put(path, call);
    }

    /** {@link #add} of a call that answers with a file. */
    void addRaw(String path, RawCall call) {
        rawByPath.put(path, call);
    }

    /** {@link #add} of a call that answers with a list of any length. */
    void addLong(String path, LongCall call) {
        longByPath.put(path, call);
    }

    Optional<LongCall> findLong(String path) {
        return Optional.ofNullable(longByPath.get(path));
    }

    boolean has(String path) {
        return byPath.containsKey(path)
                || rawByPath.containsKey(path)
                || longByPath.containsKey(path);
    }

    Optional<RawCall> findRaw(String path) {
        return Optional.ofNullable(rawByPath.get(path));
    }

    Optional<Call> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The beginning of most answers: 200 and "OK". */
    static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("Status", 200).put("Message", "OK");
    }
}
