package com.eazybackup.usage;

import com.eazybackup.comet.Engine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts protected items as they are billed: disk images by their device, virtual machines and
 * Microsoft 365 accounts by what the last backup found, files by the item. Other engines are not
 * counted; guests of Proxmox are in no daily figure. Add every item, then read the sums.
 */
final class ItemCount {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> imagedDevices = new HashSet<>();
    private int imagesOfNoDevice;
    private int hyperV;
    private int vmware;
    private int proxmox;
    private int office;
    private int files;

    /**
     * @param engine as Comet spells it
     * @param device key of the item's device; items without one count each
     * @param content the item as Comet describes it, as JSON; what cannot be read says nothing
     */
    void add(String engine, String device, String content) {
        switch (Engine.of(engine)) {
            case DISK_IMAGE -> image(device);
            case HYPER_V -> hyperV += machines(tree(content));
            case VMWARE -> vmware += machines(tree(content));
            case PROXMOX -> proxmox += machines(tree(content));
            case OFFICE_365 -> office += accounts(tree(content));
            case FILES -> files++;
            default -> {
                // Nobody is billed by the number of these.
            }
        }
    }

    private void image(String device) {
        if (device == null || device.isBlank()) {
            imagesOfNoDevice++;
        } else {
            imagedDevices.add(device);
        }
    }

    /** An item that was never backed up protects one machine at least. */
    private static int machines(JsonNode item) {
        int told = lastJob(item).path("TotalVmCount").asInt();
        return told > 0 ? told : 1;
    }

    private static int accounts(JsonNode item) {
        int told = lastJob(item).path("TotalAccountsCount").asInt();
        return told != 0 ? told : Math.max(1, selected(item));
    }

    /** Ids without a comma are users and groups; those with commas are SharePoint sites. */
    private static int selected(JsonNode item) {
        JsonNode settings = tree(item.path("EngineProps").path("CUSTOM_SETTINGV2").asText("{}"));
        Set<String> ids = new HashSet<>();
        for (String options : new String[] {"BackupOptions", "MemberBackupOptions"}) {
            settings.path(options).fieldNames().forEachRemaining(ids::add);
        }
        ids.removeIf(id -> id.contains(","));
        return ids.size();
    }

    private static JsonNode lastJob(JsonNode item) {
        JsonNode statistics = item.path("Statistics");
        JsonNode last = statistics.path("LastBackupJob");
        return last.isObject() ? last : statistics.path("LastSuccessfulBackupJob");
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = JSON.readTree(json == null ? "" : json);
            return tree == null ? JSON.missingNode() : tree;
        } catch (JsonProcessingException e) {
            return JSON.missingNode(); // what cannot be read says nothing
        }
    }

    /**
     * @return devices with a disk image
     */
    int imagedDevices() {
        return imagedDevices.size() + imagesOfNoDevice;
    }

    int hyperVMachines() {
        return hyperV;
    }

    int vmwareMachines() {
        return vmware;
    }

    int proxmoxMachines() {
        return proxmox;
    }

    int officeAccounts() {
        return office;
    }

    int fileItems() {
        return files;
    }
}
