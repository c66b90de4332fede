package com.eazybackup.simulator.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Documents by id, each with an opaque hash that every write changes. Reading gives copies. */
public final class Shelf {

    private record Held(ObjectNode document, long revision) {}

    private final String name;
    private final Map<String, Held> byId = new LinkedHashMap<>();
    private long revision;

    /**
     * @param name of what stands here: ids and hashes differ from shelf to shelf
     */
    public Shelf(String name) {
        this.name = name;
    }

    public synchronized Map<String, ObjectNode> all() {
        Map<String, ObjectNode> copy = new LinkedHashMap<>();
        byId.forEach((id, held) -> copy.put(id, held.document().deepCopy()));
        return copy;
    }

    public synchronized Optional<ObjectNode> get(String id) {
        return Optional.ofNullable(byId.get(id)).map(held -> held.document().deepCopy());
    }

    public synchronized Optional<String> hash(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(held -> stamp(id + held.revision()) + stamp(held.revision() + id));
    }

    /**
     * @return whether there was none of that id
     */
    public synchronized boolean put(String id, ObjectNode document) {
        return byId.put(id, new Held(document.deepCopy(), ++revision)) == null;
    }

    /** Puts a document under an id of its own. */
    public synchronized String add(ObjectNode document) {
        String id = idOf("number " + (revision + 1));
        put(id, document);
        return id;
    }

    /**
     * @return whether there was one
     */
    public synchronized boolean remove(String id) {
        return byId.remove(id) != null;
    }

    public synchronized void clear() {
        byId.clear();
    }

    /** The same id for the same title on every start. */
    public String idOf(String title) {
        return UUID.nameUUIDFromBytes((name + "/" + title).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String stamp(String text) {
        return idOf(text).replace("-", "");
    }
}
