package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * EngineProps: text by text. Where the vendor documents no keys they are made up here, and the
 * product must not need them. Everything secret holds {@link Fleet#CANARY}.
 */
final class EngineProperties {

    private EngineProperties() {}

    static ObjectNode of(ItemKind kind, Machine machine) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (kind) {
            case FILES -> files(node, machine);
            case PROGRAM_OUTPUT ->
                    node.put("COMMAND", "/usr/local/bin/export")
                            .put("WORKDIR", "/tmp")
                            .put("SAVEAS", "export.tar");
            case MSSQL ->
                    node.put("ALL_DATABASES", "1")
                            .put("INSTANCE", "SQLEXPRESS")
                            .put("AUTHMODE", "native")
                            .put("USERNAME", "backup")
                            .put("PASSWORD", Fleet.CANARY + "-mssql");
            case DISK_IMAGE -> node.put("INCLUDE-0000", "/3fa85f64-5717-4562-b3fc-2c963f66afa6");
            case HYPER_V -> node.put("METHOD", "wmi").put("ALL_VMS", "1");
            case MICROSOFT_365 ->
                    node.put("CUSTOM_SETTINGV2", "{\"Organization\":true,\"BackupOptions\":{}}")
                            .put("APP_SECRET", Fleet.CANARY + "-app-secret");
            case MYSQL, MONGODB -> login(node, "127.0.0.1");
            case VMWARE -> login(node, "vcenter.example");
            case PROXMOX -> login(node, "pve.example");
            case EXCHANGE, VSS_WRITER, SYSTEM_STATE, WINDOWS_SYSTEM -> node;
        };
    }

    private static ObjectNode files(ObjectNode node, Machine machine) {
        return switch (machine.os()) {
            case "windows" -> node.put("INCLUDE-0000", "C:\\Data").put("USE_WIN_VSS", "1");
            case "darwin" -> node.put("INCLUDE-0000", "/Users");
            default -> node.put("INCLUDE-0000", "/srv");
        };
    }

    private static ObjectNode login(ObjectNode node, String host) {
        return node.put("HOST", host)
                .put("USERNAME", "backup")
                .put("PASSWORD", Fleet.CANARY + "-engine");
    }
}
