package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/** The server about itself. */
final class MetaCalls {

    private final Fleet fleet;
    private final Switches switches;
    private volatile long started;
    private final AtomicInteger restarts = new AtomicInteger();

    MetaCalls(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
        this.started = fleet.now();
    }

    void register(Calls calls) {
        calls.add("meta/version", form -> version());
    }

    /** Another start, told by time and hash. */
    void restarted() {
        started = fleet.now();
        restarts.incrementAndGet();
    }

    /** ServerMetaVersionInfo, also the Data of the stream's hello. */
    ObjectNode version() {
        return Json.template("version")
                .put("Version", switches.version)
                .put("ServerStartTime", started)
                .put("ServerStartHash", "start-" + started + "-" + restarts)
                .put("CurrentTime", fleet.now())
                .put("LicenseValidUntil", started + 31_536_000L);
    }
}
