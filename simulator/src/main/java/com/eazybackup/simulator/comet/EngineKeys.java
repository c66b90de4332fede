package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** EngineProps in the forms that real items might have where nobody has written it down. */
final class EngineKeys {

    private static final String SECRET = "APP_SECRET";

    private final Switches switches;

    EngineKeys(Switches switches) {
        this.switches = switches;
    }

    boolean unusual() {
        return switches.machineKeys != Switches.MachineKeys.ALL_VMS
                || !switches.officeSecretKey.equals(SECRET)
                || switches.proxmoxInOneKey
                || switches.undocumentedKeysDiffer;
    }

    /**
     * @param item a SourceConfig
     */
    ObjectNode of(JsonNode item) {
        ObjectNode keys = item.path("EngineProps").deepCopy();
        switch (item.path("Engine").asText()) {
            case "engine1/hyperv" -> machines(keys);
            case "engine1/winmsofficemail" -> {
                JsonNode secret = keys.remove(SECRET);
                if (secret != null) {
                    keys.set(switches.officeSecretKey, secret);
                }
            }
            case "engine1/proxmox" -> {
                if (switches.proxmoxInOneKey) {
                    return JsonNodeFactory.instance.objectNode().put("PVE_PARAMS", keys.toString());
                }
            }
            case "engine1/vmware",
                    "engine1/mysql",
                    "engine1/mongodb",
                    "engine1/exchangeedb",
                    "engine1/vsswriter" -> {
                if (switches.undocumentedKeysDiffer) {
                    return renamed(keys);
                }
            }
            default -> {
                // Documented, or nothing is known that could be otherwise.
            }
        }
        return keys;
    }

    private static ObjectNode renamed(ObjectNode keys) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        keys.properties().forEach(key -> others.set("X_" + key.getKey(), key.getValue()));
        return others;
    }

    private void machines(ObjectNode keys) {
        if (switches.machineKeys == Switches.MachineKeys.ALL_VMS) {
            return;
        }
        keys.remove("ALL_VMS");
        boolean byId = switches.machineKeys == Switches.MachineKeys.ID_AND_NAME;
        for (int number = 1; number <= 2; number++) {
            String name = "guest-%02d".formatted(number);
            String id = "00000000-0000-4000-8000-%012d".formatted(number);
            keys.put("VM-" + (byId ? id : "%04d".formatted(number)), name);
        }
    }
}
