package com.eazybackup.simulator.browse;

import com.eazybackup.simulator.search.SearchClause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One snapshot, folder by folder. */
public final class SnapshotTree {

    /** A device stops searching a snapshot when it found so many. */
    static final int MOST_FOUND = 5_000;

    private final List<Entry> root;
    private final TreeIds ids;

    /**
     * @param profile of the snapshot's account
     */
    public SnapshotTree(Snapshot snapshot, JsonNode profile) {
        this.root =
                Contents.of(
                        snapshot,
                        profile.path("Sources").path(snapshot.item()).path("EngineProps"));
        this.ids = new TreeIds(Seed.of(snapshot.id()));
    }

    /**
     * StoredObjects of a folder.
     *
     * @param treeId "" for the root, whose folders are told with the sum of what is in them
     * @throws BrowseRefused for an unknown folder, or one that cannot be read
     */
    public List<ObjectNode> list(String treeId) {
        List<Integer> path = treeId.isEmpty() ? List.of() : ids.path(treeId);
        List<Entry> entries = children(path);
        List<ObjectNode> objects = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String subtree = entry.folder() ? ids.name(with(path, i)) : "";
            boolean summed = path.isEmpty() && entry.folder();
            objects.add(summed ? entry.summed(subtree) : entry.json(subtree));
        }
        return objects;
    }

    /**
     * StoredObjects inside a disk image.
     *
     * @param treeId the image; "" for the first there is
     * @param partition "" lists the partitions
     * @param path of a folder in the partition; "" for its top. A folder's subtree is its path.
     * @throws BrowseRefused also for a file system that cannot be read
     */
    public List<ObjectNode> image(String treeId, String partition, String path) {
        Entry image = image(treeId);
        if (partition.isEmpty()) {
            return image.children().stream().map(entry -> entry.json(entry.name())).toList();
        }
        Entry found =
                child(image.children(), partition)
                        .orElseThrow(() -> new BrowseRefused(DiskImages.NO_PARTITIONS));
        List<Entry> entries = found.children();
        List<String> parts = Disk.parts(path);
        for (String part : parts) {
            entries = child(entries, part).orElseThrow(() -> notFound(path)).children();
        }
        String above = parts.isEmpty() ? "" : String.join("/", parts) + "/";
        return entries.stream()
                .map(entry -> entry.json(entry.folder() ? above + entry.name() : ""))
                .toList();
    }

    /**
     * StoredObject of what lies at a path of names.
     *
     * @throws BrowseRefused when nothing is there
     */
    public ObjectNode at(String path) {
        Optional<Entry> found = Optional.empty();
        List<Entry> entries = root;
        for (String part : Disk.parts(path)) {
            found = child(entries, part);
            entries = found.map(Entry::children).orElse(List.of());
        }
        return found.orElseThrow(() -> notFound(path)).json("");
    }

    /**
     * SearchResultFileInfo objects. Rules name a field of those, with or without a word and a dot
     * before it: name, path, type, size, mtime (in Unix seconds).
     */
    public List<ObjectNode> search(SearchClause clause) {
        List<ObjectNode> found = new ArrayList<>();
        search(clause, root, "", found);
        return found;
    }

    private static void search(
            SearchClause clause, List<Entry> entries, String above, List<ObjectNode> found) {
        for (Entry entry : entries) {
            if (found.size() >= MOST_FOUND) {
                return;
            }
            String path = above + entry.name();
            if (clause.matches(field -> value(field, entry, path))) {
                found.add(info(entry, path));
            }
            if (entry.folder() && !entry.image()) {
                search(clause, entry.children(), path + "/", found);
            }
        }
    }

    private static JsonNode value(String field, Entry entry, String path) {
        String name = field.substring(field.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (name) {
            case "name" -> nodes.textNode(entry.name());
            case "path" -> nodes.textNode(path);
            case "type" -> nodes.textNode(entry.type());
            case "size" -> nodes.numberNode(entry.size());
            case "mtime" -> nodes.numberNode(entry.modified());
            default -> MissingNode.getInstance();
        };
    }

    private static ObjectNode info(Entry entry, String path) {
        String modified = Instant.ofEpochSecond(entry.modified()).toString();
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", path)
                .put("name", entry.name())
                .put("type", entry.type())
                .put("mode", entry.folder() ? "drwxr-xr-x" : "-rw-r--r--")
                .put("mtime", modified)
                .put("atime", modified)
                .put("ctime", modified)
                .put("size", entry.size());
    }

    private Entry image(String treeId) {
        if (treeId.isEmpty()) {
            return root.stream()
                    .flatMap(entry -> entry.children().stream())
                    .filter(Entry::image)
                    .findFirst()
                    .orElseThrow(() -> new BrowseRefused(DiskImages.UNKNOWN_ON_VMDK));
        }
        List<Integer> path = ids.path(treeId);
        int last = path.size() - 1;
        Entry entry = children(path.subList(0, last)).get(path.get(last));
        if (!entry.image()) {
            throw new BrowseRefused(DiskImages.UNKNOWN_ON_VMDK);
        }
        return entry;
    }

    private List<Entry> children(List<Integer> path) {
        List<Entry> entries = root;
        for (int place : path) {
            entries = entries.get(place).children();
        }
        return entries;
    }

    private static Optional<Entry> child(List<Entry> entries, String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static BrowseRefused notFound(String path) {
        return new BrowseRefused("'" + path + "' was not found in the snapshot");
    }

    private static List<Integer> with(List<Integer> path, int last) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
