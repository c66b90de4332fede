package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Devices that are connected now. */
final class DispatcherCalls {

    private final Fleet fleet;
    private final Accounts accounts;

    DispatcherCalls(Fleet fleet, Accounts accounts) {
        this.fleet = fleet;
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
                    BiConsumer<String, JsonNode> seen =
                            (id, live) -> {
                                if (accounts.isSeenOwner(live)) {
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
