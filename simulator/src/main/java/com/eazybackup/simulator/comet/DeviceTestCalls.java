package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Order;
import com.eazybackup.simulator.fleet.OrderKind;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a device tries out: whether it reaches a vault, whether it may open a share, what another
 * backup program has left on it.
 *
 * <p>Names that end in {@code .invalid} are out of reach from every device, and the password {@code
 * wrong} is wrong everywhere.
 */
final class DeviceTestCalls {

    private static final String OUT_OF_REACH = ".invalid";
    private static final String WRONG_PASSWORD = "wrong";
    private static final String IMPORTABLE = "windows-backup";

    private final Fleet fleet;
    private final Targets targets;

    DeviceTestCalls(Fleet fleet, Targets targets) {
        this.fleet = fleet;
        this.targets = targets;
    }

    void register(Calls calls) {
        calls.add("dispatcher/ping-destination", this::ping);
        calls.add("dispatcher/test-smb-auth", this::testShare);
        calls.add("dispatcher/request-import-sources", this::importSources);
        calls.add("dispatcher/import-apply", this::importApply);
    }

    private ObjectNode ping(Form form) {
        targets.of(form);
        ObjectNode location = FormJson.object(form, "ExtraData");
        if (location.path("DestinationType").asInt() < 1_000) {
            throw new CallRefused(400, "Invalid Storage Vault type");
        }
        return tried(location);
    }

    private ObjectNode testShare(Form form) {
        targets.of(form);
        return tried(FormJson.object(form, "Wsa"));
    }

    /** Looks at whatever field could be an address or a password. */
    static ObjectNode tried(JsonNode settings) {
        for (JsonNode value : settings) {
            String text = value.asText();
            if (text.contains(OUT_OF_REACH)) {
                throw new CallRefused(500, "Could not connect: no such host");
            }
            if (text.equals(WRONG_PASSWORD)) {
                throw new CallRefused(403, "Access denied: wrong user name or password");
            }
        }
        return Calls.ok();
    }

    private ObjectNode importSources(Form form) {
        Target target = targets.of(form);
        ObjectNode answer = Calls.ok();
        ObjectNode sources = answer.putObject("ImportSources");
        if (target.os().equals("windows")) {
            sources.put(IMPORTABLE, "Windows Backup (C:)");
        }
        return answer;
    }

    private ObjectNode importApply(Form form) {
        Target target = targets.of(form);
        if (!form.text("ImportSourceID").equals(IMPORTABLE) || !target.os().equals("windows")) {
            throw new CallRefused(400, "Unknown import source");
        }
        fleet.acts()
                .orders()
                .give(
                        Order.of(OrderKind.IMPORT, target.username(), target.device(), "", "")
                                .whenDone(
                                        job ->
                                                fleet.acts()
                                                        .accounts()
                                                        .addItem(
                                                                target.username(),
                                                                target.device(),
                                                                "engine1/file",
                                                                "Imported from Windows Backup")));
        return Calls.ok();
    }
}
