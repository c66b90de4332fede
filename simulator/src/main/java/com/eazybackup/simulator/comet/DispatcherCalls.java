package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Devices that are connected now. */
final class DispatcherCalls {

    private final Fleet fleet;
    private final Switches switches;
    private final Accounts accounts;

    DispatcherCalls(Fleet fleet, Switches switches, Accounts accounts) {
        this.fleet = fleet;
        this.switches = switches;
        this.accounts = accounts;
    }

    void register(Calls calls) {
        calls.addLong("dispatcher/list-active", this::listActive);
    }

    /** A map from connection id to connection; the connection itself does not hold its id. */
    private LongAnswer listActive(Form form) {
        String only = form.text("UserNameFilter");
        return LongAnswer.map(
                reader -> {
                    int[] number = {0};
                    BiConsumer<String, JsonNode> seen =
                            (id, live) -> {
                                int percent = switches.listedConnectionsPercent;
                                int before = number[0]++ * percent / 100;
                                boolean listed = number[0] * percent / 100 > before;
                                if (listed && accounts.isSeenOwner(live)) {
                                    reader.accept(id, live);
                                }
                            };
                    if (only.isEmpty()) {
                        fleet.eachConnection(seen::accept);
                    } else {
                        fleet.connectionsOf(only).forEach(seen);
                    }
                });
    }
}
