package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A connected device in one account. */
record Target(ObjectNode connection, ObjectNode profile) {

    String username() {
        return connection.path("Username").asText();
    }

    String device() {
        return connection.path("DeviceID").asText();
    }

    /** {@code windows}, {@code linux} or {@code darwin}. */
    String os() {
        return connection.path("ReportedPlatformVersion").path("os").asText();
    }
}
