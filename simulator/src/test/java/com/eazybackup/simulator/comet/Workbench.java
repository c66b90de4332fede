package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A Windows computer in an account, with whatever item a test needs on it. */
final class Workbench {

    private final SimulatedCometServer server;
    private final String user;
    private final String device;
    private final String vault;

    Workbench(SimulatedCometServer server, String user) {
        this.server = server;
        this.user = user;
        this.device = server.acts().devices().add(user, "WORKBENCH");
        this.vault = profile().path("Destinations").fieldNames().next();
    }

    String device() {
        return device;
    }

    String vault() {
        return vault;
    }

    /** The TargetID of now. */
    String target() {
        return server.fleet().connectionsOf(user).entrySet().stream()
                .filter(live -> live.getValue().path("DeviceID").asText().equals(device))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Backs up a new item.
     *
     * @return the snapshot's id
     */
    String backup(String engine) {
        String item = server.acts().accounts().addItem(user, device, engine, "On the workbench");
        String job = server.acts().jobs().start(user, device, item, vault);
        server.acts().jobs().finish(job, 5000);
        return server.fleet().job(job).orElseThrow().path("SnapshotID").asText();
    }

    private JsonNode profile() {
        return server.fleet().profile(user).orElseThrow();
    }
}
