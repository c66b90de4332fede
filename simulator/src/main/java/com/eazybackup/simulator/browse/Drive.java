package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * A physical disk of a device.
 *
 * @param seed of this disk of this device
 * @param number 0 is the one that the system starts from
 */
record Drive(Seed seed, int number, boolean windows) {

    private static final int SECTOR = 512;

    /** What a disk image item of the fleet includes. */
    private static final String FIRST = "/3fa85f64-5717-4562-b3fc-2c963f66afa6";

    private static final List<String> MODELS =
            List.of("Samsung SSD 870 EVO", "WDC WD40EFRX", "Micron 5300 MTFD", "KIOXIA KXG60ZNV");

    /** A part of a disk; the last of every first disk is one that no file can be read from. */
    record Part(
            String guid, String filesystem, String volume, String mount, long offset, long size) {

        boolean readable() {
            return !filesystem.isEmpty();
        }
    }

    static List<Drive> of(String device, String os) {
        Seed seed = Seed.of(device, "drives");
        boolean windows = os.equals("windows");
        return List.of(new Drive(seed.at(0), 0, windows), new Drive(seed.at(1), 1, windows));
    }

    long size() {
        return seed.at("size").from(List.of(256L, 512L, 1024L, 4096L)) << 30;
    }

    List<Part> parts() {
        long small = 512L << 20;
        long main = size() - 2 * small - (1L << 20);
        String filesystem = windows ? "NTFS" : "ext4";
        if (number > 0) {
            return List.of(
                    part(0, filesystem, "Archive", windows ? "D:\\" : "/srv", 1L << 20, main));
        }
        return List.of(
                part(0, "FAT32", "EFI", windows ? "" : "/boot/efi", 1L << 20, small),
                part(1, filesystem, "System", windows ? "C:\\" : "/", (1L << 20) + small, main),
                part(2, "", windows ? "BitLocker" : "crypt", "", size() - small, small));
    }

    private Part part(
            int index, String filesystem, String volume, String mount, long offset, long size) {
        return new Part(seed.at("part").at(index).uuid(), filesystem, volume, mount, offset, size);
    }

    /** For example {@code Disk 0 - KIOXIA KXG60ZNV}. */
    String title() {
        return "Disk " + number + " - " + seed.at("model").from(MODELS);
    }

    /** DiskDrive. */
    ObjectNode json() {
        String name = windows ? "\\\\.\\PhysicalDrive" + number : "/dev/sd" + "ab".charAt(number);
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ID", number == 0 ? FIRST : "/" + seed.uuid())
                        .put("DeviceName", name)
                        .put("Caption", title())
                        .put("Model", seed.at("model").from(MODELS))
                        .put("SerialNumber", seed.hex(12).toUpperCase(Locale.ROOT))
                        .put("Size", size())
                        .put("Flags", 0)
                        .put("Cylinders", size() / (255L * 63 * SECTOR))
                        .put("Heads", 255)
                        .put("Sectors", size() / SECTOR)
                        .put("SectorSize", SECTOR);
        node.putArray("DeviceParents");
        node.putArray("PartitionConflicts");
        parts().forEach(part -> node.withArray("Partitions").add(json(name, part)));
        return node;
    }

    private ObjectNode json(String drive, Part part) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("DeviceName", drive + "/" + part.volume())
                        .put("PartitionGuid", part.guid())
                        .put("PartitionOffset", part.offset())
                        .put("Filesystem", part.filesystem())
                        .put("VolumeName", part.volume())
                        .put("VolumeGuid", seed.at(part.guid()).uuid())
                        .put("VolumeSerial", seed.at(part.guid()).hex(8))
                        .put("ReadOffset", 0)
                        .put("Size", part.size())
                        .put("UsedSize", part.size() / 100 * seed.at("used").between(20, 90))
                        .put("Flags", 0)
                        .put("BytesPerFilesystemCluster", part.readable() ? 4096 : 0);
        node.putArray("MountPoints");
        if (!part.mount().isEmpty()) {
            node.withArray("MountPoints").add(part.mount());
        }
        return node;
    }
}
