package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Devices that are connected now. */
final class DispatcherCalls {

    private final Fleet fleet;

    DispatcherCalls(Fleet fleet) {
        this.fleet = fleet;
    }

    void register(Calls calls) {
        calls.add("dispatcher/list-active", this::listActive);
    }

    /** A map from connection id to connection; the connection itself does not hold its id. */
    private ObjectNode listActive(Form form) {
        String only = form.text("UserNameFilter");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        fleet.connections()
                .forEach(
                        (id, connection) -> {
                            if (only.isEmpty()
                                    || connection.path("Username").asText().equals(only)) {
                                answer.set(id, connection);
                            }
                        });
        return answer;
    }
}
