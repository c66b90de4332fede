package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The devices that calls name by their live connection. */
final class Targets {

    private final Fleet fleet;
    private final Switches switches;

    Targets(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
    }

    /**
     * @throws CallRefused when no device is connected under that TargetID
     */
    Target of(Form form) {
        ObjectNode connection =
                fleet.connection(form.text("TargetID"))
                        .orElseThrow(
                                () ->
                                        new CallRefused(
                                                switches.deviceAwayStatus,
                                                "The device is unavailable"));
        String username = connection.path("Username").asText();
        return new Target(connection, fleet.profile(username).orElseThrow());
    }

    /**
     * {@link #of}, for calls that show names of files.
     *
     * @throws CallRefused also when the device does not allow that
     */
    Target browsable(Form form) {
        Target target = of(form);
        if (!target.connection().path("AllowsFilenames").asBoolean()) {
            throw new CallRefused(
                    switches.filenamesRefusedStatus,
                    "This device does not allow an administrator to view its files");
        }
        return target;
    }
}
