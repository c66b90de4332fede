package com.eazybackup.simulator.control;

import com.eazybackup.simulator.fleet.AccountActs;
import com.eazybackup.simulator.fleet.DeviceActs;
import com.eazybackup.simulator.fleet.DeviceOrders;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.JobActs;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happens to accounts, devices and jobs. */
final class FleetActs {

    private static final int BACKUP = 4001;
    private static final int MISSED = 7004;

    private final JobActs jobs;
    private final DeviceActs devices;
    private final AccountActs accounts;
    private final DeviceOrders orders;

    FleetActs(Fleet fleet) {
        this.jobs = fleet.acts().jobs();
        this.devices = fleet.acts().devices();
        this.accounts = fleet.acts().accounts();
        this.orders = fleet.acts().orders();
    }

    void register(ActList acts) {
        registerJobs(acts);
        registerDevices(acts);
        registerAccounts(acts);
    }

    private void registerJobs(ActList acts) {
        acts.add(
                "start-job",
                "user device item vault classification?",
                "A job begins; a backup unless classification says otherwise. Gives job.",
                this::startJob);
        acts.add(
                "progress-job",
                "job bytes_done bytes_total items_done? items_total?",
                "The device reports; no event.",
                (order, answer) ->
                        jobs.progress(
                                order.text("job"),
                                order.number("bytes_done"),
                                order.number("bytes_total"),
                                order.number("items_done"),
                                order.number("items_total")));
        acts.add(
                "finish-job",
                "job status",
                "The job ends: 5000 well, 7001 with warnings, 7002 badly, ...",
                (order, answer) -> jobs.finish(order.text("job"), (int) order.number("status")));
        acts.add(
                "next-end",
                "status",
                "The next job that a device is ordered to do ends so: 5000, 7001, 7002, ...",
                (order, answer) -> orders.nextEndsWith((int) order.number("status")));
        acts.add(
                "cancel-job",
                "job",
                "An administrator cancels (7005); usually no event.",
                (order, answer) -> jobs.cancelByAdmin(order.text("job")));
        acts.add(
                "abandon-job",
                "job",
                "An administrator gives the job up (7007); usually no event.",
                (order, answer) -> jobs.abandon(order.text("job")));
        acts.add(
                "revive-job",
                "job",
                "An abandoned job turns out to be alive (6002); no event.",
                (order, answer) -> jobs.revive(order.text("job")));
        acts.add(
                "show-job",
                "job status",
                "The server shows another status, whatever it means; no event.",
                (order, answer) -> jobs.show(order.text("job"), (int) order.number("status")));
        acts.add(
                "forget-job",
                "job",
                "The server forgets the job; no event.",
                (order, answer) -> jobs.forget(order.text("job")));
        acts.add(
                "miss-job",
                "user device item vault status?",
                "The server notes a job that never began: 7004, or 7006 for already running. Gives"
                        + " job.",
                (order, answer) ->
                        answer.put(
                                "job",
                                jobs.neverStarted(
                                        order.text("user"),
                                        order.text("device"),
                                        order.text("item"),
                                        order.text("vault"),
                                        order.number("status", MISSED))));
    }

    private void startJob(Order order, ObjectNode answer) {
        answer.put(
                "job",
                jobs.start(
                        order.text("user"),
                        order.text("device"),
                        order.text("item"),
                        order.text("vault"),
                        order.number("classification", BACKUP)));
    }

    private void registerDevices(ActList acts) {
        acts.add(
                "connect-device",
                "user device",
                "The device comes online. Gives connection.",
                (order, answer) ->
                        answer.put(
                                "connection",
                                devices.connect(order.text("user"), order.text("device"))));
        acts.add(
                "disconnect-device",
                "user device",
                "Every connection of the device in that account ends.",
                (order, answer) -> devices.disconnect(order.text("user"), order.text("device")));
        acts.add(
                "vanish-device",
                "user device",
                "Every connection of the device in that account ends; no event.",
                (order, answer) -> devices.vanish(order.text("user"), order.text("device")));
        acts.add(
                "add-device",
                "user name",
                "A device registers and connects. Gives device.",
                (order, answer) ->
                        answer.put("device", devices.add(order.text("user"), order.text("name"))));
        acts.add(
                "remove-device",
                "user device",
                "An administrator revokes the device.",
                (order, answer) ->
                        devices.remove(order.text("user"), order.text("device"), Fleet.ADMIN));
        acts.add(
                "allow-filenames",
                "user device allowed",
                "The device's files may be browsed, or not any more.",
                (order, answer) ->
                        devices.allowFilenames(
                                order.text("user"),
                                order.text("device"),
                                order.body().path("allowed").asBoolean()));
        acts.add(
                "rename-device",
                "user device name",
                "The device gets another friendly name.",
                (order, answer) ->
                        devices.rename(
                                order.text("user"), order.text("device"), order.text("name")));
    }

    private void registerAccounts(ActList acts) {
        acts.add(
                "add-account",
                "user",
                "A new account without devices.",
                (order, answer) -> accounts.add(order.text("user")));
        acts.add(
                "remove-account",
                "user",
                "The account goes, with its devices and jobs.",
                (order, answer) -> accounts.remove(order.text("user")));
        acts.add(
                "suspend-account",
                "user suspended",
                "The account is suspended, or not any more.",
                (order, answer) ->
                        accounts.edit(
                                order.text("user"),
                                Fleet.ADMIN,
                                profile ->
                                        profile.put(
                                                "IsSuspended",
                                                order.body().path("suspended").asBoolean())));
        acts.add(
                "grow-account",
                "user bytes",
                "The profile gets a protected item with so long a list of folders.",
                (order, answer) ->
                        accounts.edit(
                                order.text("user"),
                                profile -> BigProfile.grow(profile, order.number("bytes"))));
        acts.add(
                "add-item",
                "user device engine name",
                "A protected item of any engine, engine9/x too. Gives item.",
                (order, answer) ->
                        answer.put(
                                "item",
                                accounts.addItem(
                                        order.text("user"),
                                        order.text("device"),
                                        order.text("engine"),
                                        order.text("name"))));
        acts.add(
                "remove-item",
                "user item",
                "A protected item goes.",
                (order, answer) -> accounts.removeItem(order.text("user"), order.text("item")));
        acts.add(
                "add-vault",
                "user type name",
                "A storage vault of any type number. Gives vault.",
                (order, answer) ->
                        answer.put(
                                "vault",
                                accounts.addVault(
                                        order.text("user"),
                                        (int) order.number("type"),
                                        order.text("name"))));
        acts.add(
                "remove-vault",
                "user vault",
                "A storage vault goes.",
                (order, answer) -> accounts.removeVault(order.text("user"), order.text("vault")));
    }
}
