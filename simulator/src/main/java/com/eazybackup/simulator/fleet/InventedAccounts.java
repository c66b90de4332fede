package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.fleet.AccountSketch.Device;
import com.eazybackup.simulator.fleet.AccountSketch.Item;
import com.eazybackup.simulator.fleet.AccountSketch.Vault;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The accounts of a plan as they were at the fleet's beginning, written anew whenever asked for:
 * what nobody has changed takes no memory.
 */
final class InventedAccounts {

    /** One account of so many is under the standard policy, which allows what the others may. */
    private static final int UNDER_A_POLICY = 6;

    private final AccountSketches sketches;
    private final History history;
    private final long present;

    InventedAccounts(FleetPlan plan, long present) {
        this.sketches = new AccountSketches(plan);
        this.history = new History(plan, present);
        this.present = present;
    }

    int size() {
        return sketches.size();
    }

    ObjectNode profile(int number) {
        AccountSketch account = sketches.of(number);
        ObjectNode profile = withoutPast(account);
        for (Device device : account.devices()) {
            for (Item item : device.items()) {
                history.latest(device, item, night -> night.status() == JobStatuses.SUCCESS)
                        .ifPresent(night -> note(account, profile, night));
                history.latest(device, item, night -> true)
                        .ifPresent(night -> note(account, profile, night));
            }
        }
        return profile;
    }

    /**
     * The past jobs of an account that started or ended in a range; Unix seconds, both included.
     */
    List<ObjectNode> jobs(int number, long from, long to) {
        AccountSketch account = sketches.of(number);
        List<History.Night> nights =
                history.nights(
                        account,
                        night ->
                                (night.start() >= from && night.start() <= to)
                                        || (night.end() >= from && night.end() <= to));
        if (nights.isEmpty()) {
            return List.of();
        }
        ObjectNode profile = withoutPast(account);
        return nights.stream().map(night -> history.job(account, profile, night)).toList();
    }

    Optional<ObjectNode> job(String id) {
        return history.named(id)
                .filter(name -> name.account() < size())
                .flatMap(
                        name ->
                                jobs(name.account(), 0, Long.MAX_VALUE).stream()
                                        .filter(job -> job.path("GUID").asText().equals(id))
                                        .findFirst());
    }

    /** The number of the account whose past job this would be. */
    Optional<Integer> accountOf(String job) {
        return history.named(job).map(JobNames.Night::account).filter(number -> number < size());
    }

    /** Connection ids and connections at the fleet's beginning. */
    void connections(int number, BiConsumer<String, ObjectNode> into) {
        AccountSketch account = sketches.of(number);
        for (Device device : account.devices()) {
            if (!device.connection().isEmpty()) {
                ObjectNode connection =
                        DeviceJson.connection(
                                Draw.of(account.number(), "address", device.id()),
                                account.username(),
                                device.id(),
                                config(device),
                                present - device.connectedFor());
                boolean shy = Draw.of(account.number(), "shy", device.id()).chance(0.04);
                into.accept(device.connection(), connection.put("AllowsFilenames", !shy));
            }
        }
    }

    private void note(AccountSketch account, ObjectNode profile, History.Night night) {
        Statistics.note(profile, history.job(account, profile, night));
    }

    private static ObjectNode withoutPast(AccountSketch account) {
        ObjectNode profile =
                ProfileJson.blank(account.username(), account.creationGuid(), account.created());
        profile.put("IsSuspended", account.service().status().equals("Suspended"));
        if (account.number() % UNDER_A_POLICY == 4) {
            profile.put("PolicyID", Fleet.STANDARD_POLICY);
        }
        for (Vault vault : account.vaults()) {
            Json.object(profile, "Destinations")
                    .set(
                            vault.id(),
                            vault.kind()
                                    .vault(account.created(), vault.bytes(), account.created()));
        }
        for (Device device : account.devices()) {
            Json.object(profile, "Devices").set(device.id(), config(device));
            device.items().forEach(item -> add(profile, device, item));
        }
        Refinements.add(account, profile);
        return profile;
    }

    private static void add(ObjectNode profile, Device device, Item item) {
        ObjectNode source = ProfileJson.item(item.kind(), device.id(), device.registered());
        source.set("EngineProps", EngineProperties.of(item.kind(), device.machine()));
        Json.object(profile, "Sources").set(item.id(), source);
        Json.object(profile, "BackupRules")
                .set(
                        item.rule(),
                        ProfileJson.rule(
                                item.id(), item.vault().id(), item.second(), device.registered()));
    }

    private static ObjectNode config(Device device) {
        return DeviceJson.config(
                device.machine(), device.name(), device.version(), device.registered());
    }
}
