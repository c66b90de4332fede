package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.Snapshots;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.simulator.fleet.Order;
import com.eazybackup.simulator.fleet.OrderKind;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Backups and restores on request: the device is told, the job tells the rest. */
final class BackupCalls {

    /** RESTORETYPE_WINDISK: back onto physical disks. */
    private static final int TO_DISK = 4;

    private static final int LAST_RESTORE_TYPE = 14;

    private final Fleet fleet;
    private final Switches switches;
    private final Targets targets;
    private final Snapshots snapshots;

    BackupCalls(Fleet fleet, Switches switches, Targets targets, Snapshots snapshots) {
        this.snapshots = snapshots;
        this.fleet = fleet;
        this.switches = switches;
        this.targets = targets;
    }

    void register(Calls calls) {
        calls.add("dispatcher/run-backup", this::byRule);
        calls.add("dispatcher/run-backup-custom", this::custom);
        calls.add("dispatcher/run-restore", this::restore);
        calls.add("dispatcher/run-restore-custom", this::restoreCustom);
    }

    private ObjectNode byRule(Form form) {
        Target target = targets.of(form);
        JsonNode rule = target.profile().path("BackupRules").path(form.text("BackupRule"));
        if (!rule.isObject()) {
            throw new CallRefused(400, "Unknown backup rule");
        }
        return backup(
                target,
                rule.path("Source").asText(),
                rule.path("Destination").asText(),
                form.text("BackupRule"),
                rule);
    }

    private ObjectNode custom(Form form) {
        JsonNode options =
                form.optional("Options").isPresent()
                        ? FormJson.object(form, "Options")
                        : MissingNode.getInstance();
        return backup(targets.of(form), form.text("Source"), form.text("Destination"), "", options);
    }

    private ObjectNode backup(
            Target target, String item, String vault, String rule, JsonNode options) {
        if (!target.profile().path("Sources").has(item)) {
            throw new CallRefused(400, "Unknown Protected Item");
        }
        mustHaveVault(target, vault);
        if (options.path("SkipAlreadyRunning").asBoolean()
                && fleet.acts().orders().isRunning(target.username(), item, vault)) {
            return target.answer(
                    fleet.acts()
                            .jobs()
                            .neverStarted(
                                    target.username(),
                                    target.device(),
                                    item,
                                    vault,
                                    JobStatuses.SKIPPED));
        }
        long stopAfter = options.path("StopAfter").asLong();
        Order order =
                Order.of(OrderKind.BACKUP, target.username(), target.device(), item, vault)
                        .byRule(rule)
                        .atMost(
                                fleet.habits().stopAfterInMinutes
                                        ? Duration.ofMinutes(stopAfter)
                                        : Duration.ofSeconds(stopAfter));
        return target.answer(fleet.acts().orders().give(order));
    }

    private ObjectNode restore(Form form) {
        if (form.text("Path").isEmpty()) {
            throw new CallRefused(400, "There is no path to restore to");
        }
        return give(form, 0);
    }

    private ObjectNode restoreCustom(Form form) {
        ObjectNode options = FormJson.object(form, "Options");
        int type = options.path("Type").asInt(-1);
        boolean original = options.path("DestIsOriginalLocation").asBoolean();
        if (type < 0 || type > LAST_RESTORE_TYPE) {
            throw new CallRefused(400, "Invalid restore type");
        }
        if (original && !options.path("DestPath").asText().isEmpty()) {
            throw new CallRefused(400, "The original location takes no destination path");
        }
        if (type == TO_DISK && options.path("ExactDestPaths").isEmpty()) {
            throw new CallRefused(400, "There is no disk to restore to");
        }
        String bytes = form.text("KnownByteCount");
        return give(form, bytes.isEmpty() ? 0 : Long.parseLong(bytes));
    }

    private ObjectNode give(Form form, long bytes) {
        Target target = targets.of(form);
        String item = form.text("Source");
        String vault = form.text("Destination");
        mustHaveVault(target, vault);
        String owner = target.profile().path("Sources").path(item).path("OwnerDevice").asText();
        if (switches.restoreElsewhereRefused
                && !owner.isEmpty()
                && !owner.equals(target.device())) {
            throw new CallRefused(403, "This device may not restore another device's item");
        }
        form.optional("Snapshot").ifPresent(id -> target.mustHave(snapshots, vault, id));
        Order order = Order.of(OrderKind.RESTORE, target.username(), target.device(), item, vault);
        return target.answer(fleet.acts().orders().give(order.moving(bytes)));
    }

    private static void mustHaveVault(Target target, String vault) {
        if (!target.profile().path("Destinations").has(vault)) {
            throw new CallRefused(400, "Unknown Storage Vault");
        }
    }
}
