package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a snapshot of each engine holds. */
final class Contents {

    private Contents() {}

    /**
     * @param properties the item's EngineProps; missing when the item is gone
     */
    static List<Entry> of(Snapshot snapshot, JsonNode properties) {
        DiskImages images = new DiskImages(snapshot.created());
        Seed item = Seed.of(snapshot.item(), "item");
        return switch (snapshot.engine()) {
            case "engine1/file" -> files(snapshot, included(properties));
            case "engine1/windisk" -> images.drives(snapshot.device(), snapshot.os());
            case "engine1/hyperv" -> images.machines(Guest.of(snapshot.device(), "hyperv"), "vhdx");
            case "engine1/vmware" -> images.machines(Guest.of(snapshot.device(), "vmware"), "vmdk");
            case "engine1/proxmox" ->
                    images.machines(Guest.of(snapshot.device(), "proxmox"), "raw");
            case "engine1/winmsofficemail" ->
                    new Mailboxes(Tenant.of(snapshot.username()), snapshot.created()).all();
            case "" -> files(snapshot, List.of("C:\\Old projects"));
            default -> Databases.stored(snapshot.engine(), item, snapshot.created());
        };
    }

    private static List<String> included(JsonNode properties) {
        return properties.properties().stream()
                .filter(property -> property.getKey().startsWith("INCLUDE"))
                .map(property -> property.getValue().asText())
                .toList();
    }

    private static List<Entry> files(Snapshot snapshot, List<String> paths) {
        Disk disk = Disk.stored(snapshot.device(), snapshot.os(), snapshot.created());
        String type = snapshot.os().equals("windows") ? "windir" : "dir";
        List<List<String>> included = paths.stream().map(Disk::parts).toList();
        return below(disk, type, snapshot.created(), List.of(), included);
    }

    /** Only what leads to an included folder, and all that is in it. */
    private static List<Entry> below(
            Disk disk, String type, long moment, List<String> above, List<List<String>> included) {
        if (included.contains(above)) {
            return disk.in(above);
        }
        Map<String, List<List<String>>> next = new LinkedHashMap<>();
        for (List<String> path : included) {
            if (path.size() > above.size()) {
                next.computeIfAbsent(path.get(above.size()), name -> new ArrayList<>()).add(path);
            }
        }
        List<Entry> entries = new ArrayList<>();
        next.forEach(
                (name, paths) -> {
                    List<String> here = new ArrayList<>(above);
                    here.add(name);
                    // A drive cannot be a file's name: C: is written C__.
                    String shown = name.matches("[A-Za-z]:") ? name.charAt(0) + "__" : name;
                    entries.add(
                            Entry.folder(
                                    shown,
                                    type,
                                    moment,
                                    () -> below(disk, type, moment, here, paths)));
                });
        return entries;
    }
}
