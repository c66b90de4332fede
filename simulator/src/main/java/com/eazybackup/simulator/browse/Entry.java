package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something in a tree.
 *
 * @param type as in StoredObject
 * @param modified Unix seconds
 * @param size bytes, 0 of a folder
 * @param details writes the fields that only some types have
 * @param inside what a folder holds, asked for when somebody looks; empty for everything else
 */
public record Entry(
        String name,
        String type,
        long modified,
        long size,
        Consumer<ObjectNode> details,
        Optional<Supplier<List<Entry>>> inside) {

    static Entry file(String name, String type, long modified, long size) {
        return new Entry(name, type, modified, size, node -> {}, Optional.empty());
    }

    static Entry folder(String name, String type, long modified, Supplier<List<Entry>> inside) {
        return new Entry(name, type, modified, 0, node -> {}, Optional.of(inside));
    }

    Entry with(Consumer<ObjectNode> more) {
        return new Entry(name, type, modified, size, details.andThen(more), inside);
    }

    Entry titled(String displayName) {
        return with(node -> node.put("dname", displayName));
    }

    /** Sets size, which a folder that is a disk image has, too. */
    Entry sized(long bytes) {
        return new Entry(name, type, modified, bytes, details, inside);
    }

    boolean folder() {
        return inside.isPresent();
    }

    /** Nothing, when this is no folder. */
    List<Entry> children() {
        return inside.map(Supplier::get).orElse(List.of());
    }

    /** A disk image is looked into one at a time: neither sums nor searches enter it. */
    boolean image() {
        return type.equals("virtualimagedisk");
    }

    /**
     * A StoredObject.
     *
     * @param subtree what to ask for next, "" when there is nothing inside
     */
    public ObjectNode json(String subtree) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", name)
                        .put("mtime", modified)
                        .put("type", type)
                        .put("subtree", subtree)
                        .put("size", size);
        details.accept(node);
        return node;
    }

    /** {@link #json} with how much there is in it and below it. */
    ObjectNode summed(String subtree) {
        Sum sum = new Sum();
        children().forEach(sum::add);
        return json(subtree)
                .put("r", true)
                .put("f", sum.files)
                .put("b", sum.bytes)
                .put("d", sum.folders);
    }

    private static final class Sum {
        private long files;
        private long bytes;
        private long folders;

        void add(Entry entry) {
            if (entry.folder() && !entry.image()) {
                folders++;
                entry.children().forEach(this::add);
            } else {
                files++;
                bytes += entry.size();
            }
        }
    }
}
