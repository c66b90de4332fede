package com.eazybackup.simulator.browse;

import java.util.ArrayList;
import java.util.List;

/**
 * What people keep in folders, at some moment: files change now and then, and some exist on some
 * days only, so two snapshots of one folder differ a little.
 *
 * @param file the type of files, for example winfile
 * @param folder the type of folders, for example windir
 * @param moment Unix seconds; nothing was modified later
 */
record Papers(String file, String folder, long moment) {

    static final int MANY = 100_000;

    private static final long DAY = 86_400;
    private static final int DEEPEST = 6;

    private static final List<String> FOLDERS =
            List.of(
                    "Accounts",
                    "Board",
                    "Clients",
                    "Contracts",
                    "Designs",
                    "Invoices",
                    "Letters",
                    "Payroll",
                    "Photos",
                    "Plans",
                    "Projects",
                    "Reports",
                    "Templates",
                    "Travel");
    private static final List<String> FILES =
            List.of(
                    "agenda",
                    "budget",
                    "drawing",
                    "estimate",
                    "forecast",
                    "handbook",
                    "invoice",
                    "letter",
                    "minutes",
                    "offer",
                    "order",
                    "price list",
                    "schedule",
                    "summary");
    private static final List<String> ENDINGS =
            List.of("docx", "xlsx", "pdf", "pdf", "jpg", "txt", "csv", "pptx", "dwg", "zip");

    /** Names that a page, a log or a shell may stumble over. */
    private static final List<String> ODD =
            List.of(
                    "R&D 100% 'plan' - Größe.txt",
                    "日本語のファイル名.docx",
                    "fichier d'été (copie) [2].pdf",
                    "a+b=c; %41 #1.csv",
                    "  two spaces in front.txt",
                    "مرحبا.txt",
                    "long-" + "x".repeat(200) + ".log");

    /**
     * @param seed of this folder
     * @param depth how many folders are above it
     */
    List<Entry> in(Seed seed, int depth) {
        List<Entry> entries = new ArrayList<>();
        int least = depth < 4 ? 1 : 0;
        int subfolders = depth >= DEEPEST ? 0 : (int) seed.at("folders").between(least, 6 - depth);
        for (int i = 0; i < subfolders; i++) {
            // A step of three through the list never meets a name twice.
            int place = (int) seed.at("first").between(0, 13) + 3 * i;
            entries.add(folder(FOLDERS.get(place % FOLDERS.size()), seed, depth + 1));
        }
        int files = (int) seed.at("files").between(2, 18);
        for (int i = 0; i < files; i++) {
            Seed own = seed.at("file").at(i);
            if (exists(own)) {
                String name =
                        "%s %02d.%s".formatted(own.from(FILES), i + 1, own.at(1).from(ENDINGS));
                entries.add(file(name, own));
            }
        }
        return entries;
    }

    /** A folder as {@link #in} lists them. */
    Entry folder(String name, Seed parent, int depth) {
        Seed own = parent.at(name);
        return Entry.folder(name, folder, changed(own), () -> in(own, depth));
    }

    Entry file(String name, Seed own) {
        // Most files are small, a few are big.
        int magnitude = (int) own.at("magnitude").between(9, 24);
        long size = own.at("size").between(1L << magnitude, 2L << magnitude);
        return Entry.file(name, file, changed(own), size);
    }

    /** A hundred thousand files, flat. */
    Entry many(String name, Seed parent) {
        Seed own = parent.at(name);
        return Entry.folder(
                name,
                folder,
                changed(own),
                () -> {
                    List<Entry> scans = new ArrayList<>(MANY);
                    for (int i = 1; i <= MANY; i++) {
                        Seed scan = own.at(i);
                        long size = scan.between(20_000, 900_000);
                        long scanned = moment - Math.floorMod(scan.value(), 900 * DAY);
                        scans.add(Entry.file(scanName(i), file, scanned, size));
                    }
                    return scans;
                });
    }

    /** Written by hand: a formatter would take most of the time that such a folder takes. */
    private static String scanName(int number) {
        return "scan-" + String.valueOf(1_000_000 + number).substring(1) + ".pdf";
    }

    Entry oddNames(String name, Seed parent) {
        Seed own = parent.at(name);
        return Entry.folder(
                name,
                folder,
                changed(own),
                () -> ODD.stream().map(odd -> file(odd, own.at(odd))).toList());
    }

    /** The last change until the moment; every file has its own pace. */
    long changed(Seed own) {
        long pace = DAY * own.at("pace").from(List.of(1L, 7L, 30L, 200L, 900L));
        return moment - Math.floorMod(moment + Math.floorMod(own.value(), pace), pace);
    }

    private boolean exists(Seed own) {
        if (!own.at("passing").oneIn(12)) {
            return true;
        }
        return Math.floorMod(moment / DAY + Math.floorMod(own.value(), 40), 40) < 30;
    }
}
