package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Devices with the software on them that nobody has signed in yet. */
final class LobbyCalls {

    private final Fleet fleet;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Documents documents;

    LobbyCalls(Fleet fleet, Switches switches, Accounts accounts, SignIns signIns, Shelf lobby) {
        this.fleet = fleet;
        this.accounts = accounts;
        this.signIns = signIns;
        this.documents = new Documents(lobby, switches);
    }

    void register(Calls calls) {
        calls.add("installation/list-active", documents::all);
        calls.addRaw("installation/dispatch/register-device", this::registerDevice);
        calls.add(
                "installation/dispatch/drop-connection",
                form -> {
                    leave(form.text("DeviceID"));
                    return Calls.ok();
                });
    }

    private RawAnswer registerDevice(Form form) {
        ObjectNode waiting = documents.get(form.text("DeviceID"));
        accounts.profile(form);
        String username = form.text("TargetUser");
        if (!signIns.passwords().isRight(username, form.text("TargetPassword"))) {
            throw new CallRefused(403, "Permission denied");
        }
        if (signIns.userCodes().of(username).isPresent()
                && !signIns.userCodes().use(username, form.text("TargetTOTPCode"))) {
            throw new CallRefused(403, Credentials.TOTP_REQUIRED);
        }
        leave(form.text("DeviceID"));
        fleet.acts().devices().register(username, form.text("DeviceID"), device(waiting));
        return RawAnswer.text(Calls.ok().toString());
    }

    private ObjectNode device(ObjectNode waiting) {
        ObjectNode device =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("FriendlyName", waiting.path("FriendlyName").asText())
                        .put("RegistrationTime", fleet.now())
                        .put("DeviceTimezone", waiting.path("DeviceTimeZone").asText())
                        .put("ClientVersion", waiting.path("ReportedVersion").asText());
        device.set("PlatformVersion", waiting.path("ReportedPlatformVersion").deepCopy());
        return device;
    }

    private void leave(String device) {
        documents.remove(device);
        fleet.announce(EventKind.DEVICE_LOBBY_DISCONNECT, device, Optional.empty());
    }
}
