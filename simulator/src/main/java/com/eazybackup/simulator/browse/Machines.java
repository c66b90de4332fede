package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Disks and virtual machines of a device, in the words of each kind of host. */
public final class Machines {

    private static final List<String> NODES = List.of("pve1", "pve2", "pve3");

    private Machines() {}

    /** DiskDrive objects. */
    public static List<ObjectNode> drives(String device, String os) {
        return Drive.of(device, os).stream().map(Drive::json).toList();
    }

    /**
     * VMInfo objects of the machines in a snapshot.
     *
     * @throws BrowseRefused when there cannot be any
     */
    public static List<ObjectNode> in(Snapshot snapshot) {
        return switch (snapshot.engine()) {
            case "engine1/hyperv", "engine1/vmware", "engine1/proxmox" ->
                    Guest.of(snapshot.device(), snapshot.engine().substring("engine1/".length()))
                            .stream()
                            .map(Guest::inSnapshot)
                            .toList();
            default -> throw new BrowseRefused("There are no virtual machines in this snapshot");
        };
    }

    /** HyperVMachineInfo objects. */
    public static List<ObjectNode> hyperV(String device) {
        return Guest.of(device, "hyperv").stream().map(Guest::hyperV).toList();
    }

    /** VMwareMachineInfo objects. */
    public static List<ObjectNode> vmware(String device) {
        return named(Guest.of(device, "vmware").stream().map(Guest::name).toList());
    }

    public static List<ObjectNode> datacenters() {
        return named(List.of("Toronto", "Lab"));
    }

    /**
     * @param datacenter nothing is in one that there is not
     */
    public static List<ObjectNode> hosts(String datacenter) {
        return in(datacenter, List.of("esx1.example", "esx2.example"), List.of("lab.example"));
    }

    public static List<ObjectNode> datastores(String datacenter) {
        return in(datacenter, List.of("ssd-1", "ssd-2", "archive"), List.of("lab"));
    }

    public static List<ObjectNode> networks(String datacenter) {
        return in(datacenter, List.of("VM Network", "DMZ"), List.of("Lab Network"));
    }

    /** PVEVM objects. */
    public static List<ObjectNode> proxmox(String device) {
        return Guest.of(device, "proxmox").stream().map(guest -> guest.proxmox(NODES)).toList();
    }

    public static List<String> proxmoxNodes() {
        return NODES;
    }

    /** PVEStorageName objects of one node. */
    public static List<ObjectNode> proxmoxStorage(String node) {
        if (!NODES.contains(node)) {
            throw new BrowseRefused("hostname lookup '" + node + "' failed");
        }
        return List.of(
                storage("local", "dir", "iso", "backup", "vztmpl"),
                storage("local-zfs", "zfspool", "images", "rootdir"));
    }

    private static ObjectNode storage(String name, String type, String... content) {
        ObjectNode storage =
                JsonNodeFactory.instance.objectNode().put("Name", name).put("Type", type);
        List.of(content).forEach(storage.withArray("Content")::add);
        return storage;
    }

    private static List<ObjectNode> in(String datacenter, List<String> toronto, List<String> lab) {
        return switch (datacenter) {
            case "Toronto" -> named(toronto);
            case "Lab" -> named(lab);
            default -> List.of();
        };
    }

    private static List<ObjectNode> named(List<String> names) {
        return names.stream()
                .map(name -> JsonNodeFactory.instance.objectNode().put("Name", name))
                .toList();
    }
}
