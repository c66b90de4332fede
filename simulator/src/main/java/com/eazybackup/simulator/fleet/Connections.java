package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Live connections by id, as bytes. What {@link #get} gives is a copy: {@link #put} it back to
 * change it.
 */
final class Connections extends AbstractMap<String, ObjectNode> {

    /** Whose device is connected. */
    record Link(String username, String device) {}

    private static final class Packed {

        private final Link link;
        private final byte[] json;

        Packed(Link link, ObjectNode connection) {
            this.link = link;
            this.json = Json.bytes(connection);
        }

        ObjectNode node() {
            return Json.parsed(json);
        }
    }

    private final Map<String, Packed> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByUser = new HashMap<>();

    /** Devices that show nobody the names of files, connected or not. */
    private final Set<Link> shy = new HashSet<>();

    /** A device that was connected as one that hides its files goes on to hide them. */
    @Override
    public ObjectNode put(String id, ObjectNode connection) {
        Link link =
                new Link(
                        connection.path("Username").asText(), connection.path("DeviceID").asText());
        if (!connection.path("AllowsFilenames").asBoolean()) {
            shy.add(link);
        } else if (shy.contains(link)) {
            connection.put("AllowsFilenames", false);
        }
        ObjectNode before = remove(id);
        byId.put(id, new Packed(link, connection));
        idsByUser.computeIfAbsent(link.username(), name -> new ArrayList<>(1)).add(id);
        return before;
    }

    @Override
    public ObjectNode get(Object id) {
        Packed packed = byId.get(id);
        return packed == null ? null : packed.node();
    }

    @Override
    public boolean containsKey(Object id) {
        return byId.containsKey(id);
    }

    @Override
    public ObjectNode remove(Object id) {
        Packed packed = byId.remove(id);
        if (packed == null) {
            return null;
        }
        forget(id, packed);
        return packed.node();
    }

    @Override
    public int size() {
        return byId.size();
    }

    void allowFilenames(String username, String device, boolean allowed) {
        if (allowed) {
            shy.remove(new Link(username, device));
        } else {
            shy.add(new Link(username, device));
        }
        for (String id : idsOf(username, device)) {
            put(id, get(id).put("AllowsFilenames", allowed));
        }
    }

    /** Ids in the order of connecting. */
    List<String> idsOf(String username) {
        return List.copyOf(idsByUser.getOrDefault(username, List.of()));
    }

    List<String> idsOf(String username, String device) {
        return idsOf(username).stream()
                .filter(id -> byId.get(id).link.device().equals(device))
                .toList();
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    List<Link> links() {
        return byId.values().stream().map(packed -> packed.link).toList();
    }

    @Override
    public Set<Entry<String, ObjectNode>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, ObjectNode>> iterator() {
                return unpacking(byId.entrySet().iterator());
            }

            @Override
            public int size() {
                return byId.size();
            }
        };
    }

    private Iterator<Entry<String, ObjectNode>> unpacking(Iterator<Entry<String, Packed>> packed) {
        return new Iterator<>() {
            private Entry<String, Packed> last;

            @Override
            public boolean hasNext() {
                return packed.hasNext();
            }

            @Override
            public Entry<String, ObjectNode> next() {
                last = packed.next();
                return Map.entry(last.getKey(), last.getValue().node());
            }

            @Override
            public void remove() {
                packed.remove();
                forget(last.getKey(), last.getValue());
            }
        };
    }

    private void forget(Object id, Packed packed) {
        List<String> ids = idsByUser.get(packed.link.username());
        ids.remove(id);
        if (ids.isEmpty()) {
            idsByUser.remove(packed.link.username());
        }
    }
}
