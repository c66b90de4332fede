package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A virtual machine, as each of the hypervisors and a snapshot of it tell of it. */
record Guest(Seed seed, int number, String name, int cores, long ram, List<Long> disks) {

    private static final List<String> NAMES =
            List.of(
                    "dc01",
                    "files",
                    "mail",
                    "intranet",
                    "erp",
                    "terminal",
                    "print",
                    "backup-proxy",
                    "Straße & Söhne CRM");

    /** The machines of one host: three to nine. */
    static List<Guest> of(String device, String hypervisor) {
        Seed host = Seed.of(device, hypervisor);
        int count = (int) host.between(3, NAMES.size());
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Seed seed = host.at(i);
            int cores = seed.at("cores").from(List.of(2, 4, 8, 16));
            List<Long> disks = new ArrayList<>();
            for (int disk = 0; disk <= seed.at("disks").between(0, 1); disk++) {
                disks.add(seed.at("disk").at(disk).from(List.of(60L, 120L, 250L, 500L)) << 30);
            }
            guests.add(new Guest(seed, i, NAMES.get(i), cores, (long) cores << 31, disks));
        }
        return guests;
    }

    String id() {
        return seed.uuid();
    }

    /** On the host, for example {@code D:\Hyper-V\dc01\dc01-0.vhdx}. */
    String diskPath(String root, int disk, String ending) {
        return "%s%s-%d.%s".formatted(root, name, disk, ending);
    }

    /** VMInfo: the machine in a snapshot. */
    ObjectNode inSnapshot() {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ID", id())
                        .put("Name", name)
                        .put("CPUCores", cores)
                        .put("RamBytes", ram)
                        .put("FirmwareType", number % 3 == 0 ? "bios" : "efi")
                        .put("ConfigPath", name + "/" + name + ".vmcx");
        for (int i = 0; i < disks.size(); i++) {
            node.withArray("Disks")
                    .addObject()
                    .put("Path", diskPath(name + "/", i, "vhdx"))
                    .put("Size", disks.get(i))
                    .put("Controller", 0)
                    .put("DeviceNum", i);
        }
        return node;
    }

    /** HyperVMachineInfo. */
    ObjectNode hyperV() {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ID", id())
                        .put("Name", name)
                        .put("MemoryLimitMB", ram >> 20)
                        .put("CPUCores", cores)
                        .put("Generation", number % 3 == 0 ? 1 : 2)
                        .put("ConfigFilePath", "D:\\Hyper-V\\" + name + "\\" + id() + ".vmcx");
        for (int i = 0; i < disks.size(); i++) {
            node.withArray("HardDrives").add(diskPath("D:\\Hyper-V\\" + name + "\\", i, "vhdx"));
        }
        return node;
    }

    /** PVEVM: numbers come as text. */
    ObjectNode proxmox(List<String> nodes) {
        boolean container = number % 4 == 3;
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("CPU", Integer.toString(cores))
                        .put("Memory", Long.toString(ram >> 20))
                        .put("Name", name)
                        .put("Node", seed.at("node").from(nodes))
                        .put("OSType", container ? "debian" : "l26")
                        .put("Running", number % 5 != 4)
                        .put("Type", container ? "lxc" : "qemu")
                        .put("VMID", Integer.toString(100 + number));
        for (int i = 0; i < disks.size(); i++) {
            node.withArray("Disks")
                    .addObject()
                    .put("Device", (container ? "mp" : "scsi") + i)
                    .put("DeviceNum", i)
                    .put("StorageID", "local-zfs")
                    .put("Volume", "local-zfs:vm-%d-disk-%d".formatted(100 + number, i))
                    .put("Size", disks.get(i))
                    .put("Format", "raw");
        }
        return node;
    }
}
