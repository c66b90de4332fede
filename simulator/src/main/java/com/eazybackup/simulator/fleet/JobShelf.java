package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs since the fleet's beginning: the newest as they are, older finished ones packed. */
final class JobShelf {

    /** So many lie open at most, running ones aside. */
    private static final int OPEN = 2_000;

    private static final class Held {
        private final String username;
        private ObjectNode open;
        private byte[] packed;

        Held(ObjectNode job) {
            this.username = job.path("Username").asText();
            this.open = job;
        }

        Held(String username, byte[] packed) {
            this.username = username;
            this.packed = packed;
        }

        ObjectNode copy() {
            return open != null ? open.deepCopy() : PackedJson.unpack(packed);
        }
    }

    private final Map<String, Held> byId = new LinkedHashMap<>();
    private final Map<String, Held> open = new LinkedHashMap<>();

    boolean has(String id) {
        return byId.containsKey(id);
    }

    void put(ObjectNode job) {
        String id = job.path("GUID").asText();
        Held held = new Held(job);
        byId.put(id, held);
        open.put(id, held);
        packOldest();
    }

    /** A job that has ended and was packed before. */
    void putPacked(String id, String username, byte[] packed) {
        byId.put(id, new Held(username, packed));
        open.remove(id);
    }

    Optional<ObjectNode> copy(String id) {
        return Optional.ofNullable(byId.get(id)).map(Held::copy);
    }

    /** The job itself: what is changed in it stays changed. */
    Optional<ObjectNode> live(String id) {
        Held held = byId.get(id);
        if (held == null) {
            return Optional.empty();
        }
        if (held.open == null) {
            held.open = PackedJson.unpack(held.packed);
            held.packed = null;
            open.put(id, held);
        }
        return Optional.of(held.open);
    }

    Stream<ObjectNode> copies() {
        return byId.values().stream().map(Held::copy);
    }

    Stream<ObjectNode> copiesOf(String username) {
        return byId.values().stream()
                .filter(held -> held.username.equals(username))
                .map(Held::copy);
    }

    /** Jobs without an end; packed ones have one. */
    List<ObjectNode> unfinished() {
        return open.values().stream()
                .map(held -> held.open)
                .filter(JobShelf::running)
                .map(ObjectNode::deepCopy)
                .toList();
    }

    void remove(String id) {
        byId.remove(id);
        open.remove(id);
    }

    void removeOf(String username) {
        byId.values().removeIf(held -> held.username.equals(username));
        open.values().removeIf(held -> held.username.equals(username));
    }

    private void packOldest() {
        if (open.size() <= OPEN) {
            return;
        }
        Deque<Map.Entry<String, Held>> ended = new ArrayDeque<>();
        open.entrySet().stream()
                .filter(entry -> !running(entry.getValue().open))
                .limit(OPEN / 2)
                .forEach(ended::add);
        for (Map.Entry<String, Held> entry : List.copyOf(ended)) {
            Held held = entry.getValue();
            held.packed = PackedJson.pack(held.open);
            held.open = null;
            open.remove(entry.getKey());
        }
    }

    private static boolean running(ObjectNode job) {
        return job.path("EndTime").asLong() == 0;
    }
}
