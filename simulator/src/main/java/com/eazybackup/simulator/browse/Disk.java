package com.eazybackup.simulator.browse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files of one device. The same path holds the same whether one looks at the disk or into a
 * snapshot of it, apart from what changed in between.
 */
public final class Disk {

    private final Seed device;
    private final boolean windows;
    private final boolean live;
    private final Papers papers;

    private Disk(String device, String os, boolean live, Papers papers) {
        this.device = Seed.of(device, "disk");
        this.windows = os.equals("windows");
        this.live = live;
        this.papers = papers;
    }

    /** The disks of a running device. */
    public static Disk live(String device, String os, long now) {
        return new Disk(device, os, true, new Papers("file", "dir", now));
    }

    /** The same files as a snapshot of that moment shows them. */
    static Disk stored(String device, String os, long moment) {
        Papers papers =
                os.equals("windows")
                        ? new Papers("winfile", "windir", moment)
                        : new Papers("file", "dir", moment);
        return new Disk(device, os, false, papers);
    }

    /** Drives on Windows, the root's entries elsewhere. */
    public List<Entry> top() {
        return in(List.of());
    }

    /**
     * @param path separated by either slash
     * @return nothing when no folder is there
     * @throws BrowseRefused for a folder that nobody may read
     */
    public Optional<List<Entry>> folder(String path) {
        List<Entry> entries = top();
        List<String> parts = parts(path);
        for (String part : parts) {
            Optional<Entry> next =
                    entries.stream()
                            .filter(entry -> entry.folder() && same(entry.name(), part))
                            .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            entries = next.get().children();
        }
        return Optional.of(entries);
    }

    /** What is in a folder of that path, whether or not somebody would come across it. */
    List<Entry> in(List<String> parts) {
        if (parts.isEmpty()) {
            return windows ? drives() : unixRoot();
        }
        Seed seed = device;
        for (String part : parts) {
            seed = seed.at(part);
        }
        if (windows && parts.size() == 1) {
            return drive(parts.get(0), seed);
        }
        List<Entry> entries = new ArrayList<>(papers.in(seed, parts.size()));
        if (List.of("Data", "srv", "Users").contains(parts.get(parts.size() - 1))) {
            entries.add(papers.many("Scans", seed));
            entries.add(papers.oddNames("Odd names", seed));
        }
        return entries;
    }

    static List<String> parts(String path) {
        return Arrays.stream(path.split("[/\\\\]+")).filter(part -> !part.isEmpty()).toList();
    }

    private List<Entry> drives() {
        return List.of(drive("C:", "Local Disk (C:)"), drive("D:", "Archive (D:)"));
    }

    private Entry drive(String letter, String title) {
        return Entry.folder(letter + "\\", papers.folder(), 0, () -> in(List.of(letter)))
                .titled(title);
    }

    private List<Entry> drive(String letter, Seed seed) {
        List<Entry> entries = new ArrayList<>();
        List<String> names =
                letter.equals("C:")
                        ? List.of("Data", "Program Files", "ProgramData", "Users", "Windows")
                        : List.of("Archive", "Media");
        names.forEach(name -> entries.add(place(List.of(letter, name), seed)));
        if (live) {
            entries.add(closed("System Volume Information"));
        }
        if (live && letter.equals("C:")) {
            entries.add(Entry.file("pagefile.sys", papers.file(), papers.changed(seed), 4L << 30));
        }
        return entries;
    }

    private List<Entry> unixRoot() {
        List<Entry> entries = new ArrayList<>();
        List.of("Users", "etc", "home", "opt", "srv", "usr", "var")
                .forEach(name -> entries.add(place(List.of(name), device)));
        if (live) {
            entries.add(closed("root"));
        }
        return entries;
    }

    private Entry place(List<String> parts, Seed parent) {
        String name = parts.get(parts.size() - 1);
        return Entry.folder(
                name, papers.folder(), papers.changed(parent.at(name)), () -> in(parts));
    }

    /** No backup has these in it. */
    private Entry closed(String name) {
        return Entry.folder(
                name,
                papers.folder(),
                papers.changed(device),
                () -> {
                    throw new BrowseRefused("open " + name + ": Access is denied.");
                });
    }

    private boolean same(String name, String part) {
        String plain = name.replace("\\", "");
        return windows ? plain.equalsIgnoreCase(part) : plain.equals(part);
    }
}
