package com.eazybackup.simulator.browse;

import java.util.ArrayList;
import java.util.List;

/** Snapshots of disks: images that can be looked into, partition by partition. */
final class DiskImages {

    static final String UNKNOWN_ON_VMDK = "ERR_UNSUPPORT_VMDK_FILE_SYSTEM";
    static final String UNKNOWN_ON_VHDX = "ERR_UNSUPPORT_VHDX_FILE_SYSTEM";
    static final String NO_PARTITIONS = "ERR_VHDX_PARTITION";

    private final long moment;

    DiskImages(long moment) {
        this.moment = moment;
    }

    /** One folder for each disk of the device, with its image in it. */
    List<Entry> drives(String device, String os) {
        List<Entry> folders = new ArrayList<>();
        for (Drive drive : Drive.of(device, os)) {
            Entry image =
                    Entry.folder(
                                    "disk-%d.vmdk".formatted(drive.number()),
                                    "virtualimagedisk",
                                    moment,
                                    () -> partitions(drive.parts(), drive.seed(), UNKNOWN_ON_VMDK))
                            .sized(drive.size());
            folders.add(Entry.folder(drive.title(), "dir", moment, () -> List.of(image)));
        }
        return folders;
    }

    /**
     * One folder for each machine. On Hyper-V the last one's disks are damaged.
     *
     * @param ending of the images, for example vhdx
     */
    List<Entry> machines(List<Guest> guests, String ending) {
        boolean hyperV = ending.equals("vhdx");
        List<Entry> folders = new ArrayList<>();
        for (Guest guest : guests) {
            boolean damaged = hyperV && guest.number() == guests.size() - 1;
            folders.add(
                    Entry.folder(
                            guest.name(), "dir", moment, () -> machine(guest, ending, damaged)));
        }
        return folders;
    }

    private List<Entry> machine(Guest guest, String ending, boolean damaged) {
        List<Entry> files = new ArrayList<>();
        files.add(Entry.file(guest.name() + ".config.json", "file", moment, 4_812));
        for (int i = 0; i < guest.disks().size(); i++) {
            Seed seed = guest.seed().at("image").at(i);
            long size = guest.disks().get(i);
            String name = guest.diskPath("", i, ending);
            files.add(
                    Entry.folder(
                                    name,
                                    "virtualimagedisk",
                                    moment,
                                    () -> {
                                        if (damaged) {
                                            throw new BrowseRefused(NO_PARTITIONS);
                                        }
                                        return partitions(
                                                parts(seed, size),
                                                seed,
                                                ending.equals("vhdx")
                                                        ? UNKNOWN_ON_VHDX
                                                        : UNKNOWN_ON_VMDK);
                                    })
                            .sized(size));
        }
        return files;
    }

    private static List<Drive.Part> parts(Seed seed, long size) {
        long boot = 1L << 30;
        return List.of(
                new Drive.Part(seed.at(0).uuid(), "NTFS", "Boot", "", 1L << 20, boot),
                new Drive.Part(seed.at(1).uuid(), "NTFS", "Data", "C:\\", boot, size / 2),
                new Drive.Part(seed.at(2).uuid(), "", "Dynamic", "", boot + size / 2, size / 3));
    }

    private List<Entry> partitions(List<Drive.Part> parts, Seed seed, String unreadable) {
        Papers papers = new Papers("vmdkfile", "vmdkdir", moment);
        List<Entry> entries = new ArrayList<>();
        for (Drive.Part part : parts) {
            entries.add(
                    Entry.folder(
                                    part.guid(),
                                    "vhdxpartitiongpt",
                                    moment,
                                    () -> {
                                        if (!part.readable()) {
                                            throw new BrowseRefused(unreadable);
                                        }
                                        return papers.in(seed.at(part.guid()), 3);
                                    })
                            .sized(part.size())
                            .titled((part.volume() + " " + part.mount()).strip()));
        }
        return entries;
    }
}
