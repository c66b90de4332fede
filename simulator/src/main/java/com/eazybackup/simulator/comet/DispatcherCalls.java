package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;

/** Devices that are connected now. */
final class DispatcherCalls {

    private final Fleet fleet;

    DispatcherCalls(Fleet fleet) {
        this.fleet = fleet;
    }

    void register(Calls calls) {
        calls.addLong("dispatcher/list-active", this::listActive);
    }

    /** A map from connection id to connection; the connection itself does not hold its id. */
    private LongAnswer listActive(Form form) {
        String only = form.text("UserNameFilter");
        return LongAnswer.map(
                reader -> {
                    if (only.isEmpty()) {
                        fleet.eachConnection(reader::accept);
                    } else {
                        fleet.connectionsOf(only).forEach(reader);
                    }
                });
    }
}
