package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The server about itself. */
final class MetaCalls {

    private final Fleet fleet;
    private final Switches switches;
    private final long started;

    MetaCalls(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
        this.started = fleet.now();
    }

    void register(Calls calls) {
        calls.add("meta/version", form -> version());
    }

    /** ServerMetaVersionInfo, also the Data of the stream's hello. */
    ObjectNode version() {
        return Json.template("version")
                .put("Version", switches.version)
                .put("ServerStartTime", started)
                .put("ServerStartHash", "start-" + started)
                .put("CurrentTime", fleet.now())
                .put("LicenseValidUntil", started + 31_536_000L);
    }
}
