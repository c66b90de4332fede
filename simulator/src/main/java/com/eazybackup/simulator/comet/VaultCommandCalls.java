package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.RetentionRules;
import com.eazybackup.simulator.browse.Snapshot;
import com.eazybackup.simulator.browse.Snapshots;
import com.eazybackup.simulator.fleet.DeviceOrders;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Order;
import com.eazybackup.simulator.fleet.OrderKind;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a device does to a whole vault: retention, index, verifying, locks, deleting. */
final class VaultCommandCalls {

    private static final int FREED_BY_RETENTION = 8;
    private static final int FREED_BY_SNAPSHOT = 1;

    private final DeviceOrders orders;
    private final Fleet fleet;
    private final Targets targets;
    private final Snapshots snapshots;
    private final Switches switches;

    VaultCommandCalls(Fleet fleet, Targets targets, Snapshots snapshots, Switches switches) {
        this.switches = switches;
        this.snapshots = snapshots;
        this.fleet = fleet;
        this.orders = fleet.acts().orders();
        this.targets = targets;
    }

    void register(Calls calls) {
        calls.add(
                "dispatcher/apply-retention-rules",
                form -> give(form, "Destination", OrderKind.RETENTION, this::applyRetention));
        calls.add(
                "dispatcher/reindex-storage-vault",
                form -> give(form, "Destination", OrderKind.REINDEX, done -> {}));
        calls.add(
                "dispatcher/deepverify-storage-vault",
                form -> give(form, "Destination", OrderKind.DEEP_VERIFY, this::verified));
        calls.add(
                "dispatcher/unlock",
                form -> give(form, "Destination", OrderKind.UNLOCK, done -> {}));
        calls.add(
                "dispatcher/delete-snapshot",
                form -> delete(form, List.of(form.text("SnapshotID"))));
        calls.add(
                "dispatcher/delete-snapshots",
                form -> delete(form, FormJson.texts(form, "SnapshotIDs")));
    }

    /** A job that has ended well. */
    private record Done(String username, String vault, String job) {}

    private ObjectNode give(
            Form form, String vaultField, OrderKind kind, Consumer<Done> afterwards) {
        Target target = targets.of(form);
        String vault = form.text(vaultField);
        if (!target.profile().path("Destinations").has(vault)) {
            throw new CallRefused(400, "Unknown Storage Vault");
        }
        orders.give(
                Order.of(kind, target.username(), target.device(), "", vault)
                        .whenDone(
                                job -> afterwards.accept(new Done(target.username(), vault, job))));
        return Calls.ok();
    }

    private void applyRetention(Done done) {
        fleet.profile(done.username())
                .filter(profile -> profile.path("Destinations").has(done.vault()))
                .ifPresent(profile -> forget(profile, done.vault()));
        orders.shrinkVault(done.username(), done.vault(), FREED_BY_RETENTION);
        fleet.acts()
                .accounts()
                .edit(
                        done.username(),
                        profile -> {
                            JsonNode vault = profile.path("Destinations").path(done.vault());
                            if (vault instanceof ObjectNode found) {
                                found.put("RetentionError", "");
                            }
                            return profile;
                        });
    }

    /** Snapshots that the item's own rules, else the vault's, do not keep. */
    private void forget(JsonNode profile, String vault) {
        JsonNode ofVault = profile.path("Destinations").path(vault).path("DefaultRetention");
        snapshots.in(profile, vault).stream()
                .collect(Collectors.groupingBy(Snapshot::item))
                .forEach(
                        (item, all) -> {
                            JsonNode own =
                                    profile.path("Sources")
                                            .path(item)
                                            .path("OverrideDestinationRetention")
                                            .path(vault);
                            snapshots.delete(
                                    new RetentionRules(
                                                    own.isObject() ? own : ofVault,
                                                    fleet.now(),
                                                    switches.yearOffsetFromZero ? 0 : 1)
                                            .expired(all));
                        });
    }

    private void verified(Done done) {
        orders.noteDeepVerify(done.username(), done.vault(), done.job());
    }

    private ObjectNode delete(Form form, List<String> ids) {
        Target target = targets.of(form);
        ids.forEach(id -> target.mustHave(snapshots, form.text("DestinationID"), id));
        return give(
                form,
                "DestinationID",
                OrderKind.DELETE_SNAPSHOT,
                done -> {
                    snapshots.delete(ids);
                    orders.shrinkVault(done.username(), done.vault(), FREED_BY_SNAPSHOT);
                });
    }
}
