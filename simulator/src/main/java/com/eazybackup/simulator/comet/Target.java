package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.Snapshots;
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

    /**
     * @throws CallRefused when that vault of this account has no such snapshot
     */
    void mustHave(Snapshots snapshots, String vault, String id) {
        boolean there =
                profile.path("Destinations").has(vault)
                        && snapshots.in(profile, vault).stream()
                                .anyMatch(snapshot -> snapshot.id().equals(id));
        if (!there) {
            throw new CallRefused(400, "There is no such snapshot in that Storage Vault");
        }
    }

    /** The answer to a command that became a job. Only devices since 25.9.6 tell which. */
    ObjectNode answer(String job) {
        boolean tells =
                Release.of(connection.path("ReportedVersion").asText())
                                .compareTo(new Release(25, 9, 6))
                        >= 0;
        return tells ? Calls.ok().put("JobID", job) : Calls.ok();
    }
}
