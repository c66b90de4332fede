package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.Order;
import com.eazybackup.simulator.fleet.OrderKind;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The device as a program: its connection, its login, its software. */
final class ConnectionCalls {

    private static final Duration RECONNECT = Duration.ofSeconds(5);

    private final Fleet fleet;
    private final Switches switches;
    private final Targets targets;
    private final UserPasswords passwords;

    /** Devices that were given another password than their account's. */
    private final Set<String> lockedOut = ConcurrentHashMap.newKeySet();

    ConnectionCalls(Fleet fleet, Switches switches, Targets targets, UserPasswords passwords) {
        this.fleet = fleet;
        this.switches = switches;
        this.targets = targets;
        this.passwords = passwords;
    }

    void register(Calls calls) {
        calls.add("dispatcher/drop-connection", this::drop);
        calls.add("dispatcher/kill-process", this::kill);
        calls.add("dispatcher/force-login", this::forceLogin);
        calls.add("dispatcher/refetch-profile", this::refetch);
        calls.add("dispatcher/update-login-password", this::updatePassword);
        calls.add("dispatcher/update-login-url", this::updateUrl);
        calls.add("dispatcher/update-software", this::updateSoftware);
        calls.add("dispatcher/uninstall-software", this::uninstall);
    }

    private ObjectNode drop(Form form) {
        Target target = targets.of(form);
        leave(target);
        comeBack(target);
        return Calls.ok();
    }

    /** What it was at stays unfinished, and nobody starts it again. */
    private ObjectNode kill(Form form) {
        Target target = targets.of(form);
        fleet.acts().orders().interrupt(target.username(), target.device());
        leave(target);
        return Calls.ok();
    }

    /** Somebody must type the password there before it comes back. */
    private ObjectNode forceLogin(Form form) {
        leave(targets.of(form));
        return Calls.ok();
    }

    private ObjectNode refetch(Form form) {
        targets.of(form);
        return Calls.ok();
    }

    private ObjectNode updatePassword(Form form) {
        Target target = targets.of(form);
        if (passwords.isRight(target.username(), form.text("NewPassword"))) {
            lockedOut.remove(key(target));
        } else {
            lockedOut.add(key(target));
        }
        return Calls.ok();
    }

    /** The device goes to another server and is seen here no more. */
    private ObjectNode updateUrl(Form form) {
        Target target = targets.of(form);
        if (!form.text("NewURL").matches("https?://.+")) {
            throw new CallRefused(400, "Invalid URL");
        }
        leave(target);
        return Calls.ok();
    }

    private ObjectNode updateSoftware(Form form) {
        Target target = targets.of(form);
        give(OrderKind.UPDATE, target, () -> updated(target));
        return Calls.ok();
    }

    private void updated(Target target) {
        fleet.acts()
                .accounts()
                .edit(
                        target.username(),
                        profile -> {
                            if (profile.path("Devices").path(target.device())
                                    instanceof ObjectNode device) {
                                device.put("ClientVersion", switches.version);
                            }
                            return profile;
                        });
        leave(target);
        comeBack(target);
    }

    /** The device stays in the account; who removes it for good revokes it. */
    private ObjectNode uninstall(Form form) {
        Target target = targets.of(form);
        give(OrderKind.UNINSTALL, target, () -> leave(target));
        return Calls.ok();
    }

    private void give(OrderKind kind, Target target, Runnable afterwards) {
        fleet.acts()
                .orders()
                .give(
                        Order.of(kind, target.username(), target.device(), "", "")
                                .whenDone(job -> afterwards.run()));
    }

    private void leave(Target target) {
        fleet.acts().devices().disconnect(target.username(), target.device());
    }

    private void comeBack(Target target) {
        fleet.acts()
                .orders()
                .later(
                        RECONNECT,
                        () -> {
                            boolean registered =
                                    fleet.profile(target.username())
                                            .filter(profile -> isIn(profile, target))
                                            .isPresent();
                            if (registered && !lockedOut.contains(key(target))) {
                                fleet.acts().devices().connect(target.username(), target.device());
                            }
                        });
    }

    private static boolean isIn(ObjectNode profile, Target target) {
        return Json.object(profile, "Devices").has(target.device());
    }

    private static String key(Target target) {
        return target.username() + "/" + target.device();
    }
}
