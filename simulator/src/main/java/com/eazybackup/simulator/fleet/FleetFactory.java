package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Service;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** Invents accounts, devices, items and vaults, and lets {@link History} write their past. */
final class FleetFactory {

    private static final long DAY = 86_400;

    private final FleetPlan plan;
    private final Fleet fleet;
    private final History history;
    private int ordinal;

    FleetFactory(FleetPlan plan) {
        this.plan = plan;
        this.fleet = new Fleet(plan.clock(), plan.seed());
        this.history = new History(fleet, plan);
    }

    Fleet build() {
        synchronized (fleet) {
            int number = 0;
            for (Service service : plan.accounts()) {
                account(service, number++);
            }
        }
        return fleet;
    }

    private void account(Service service, int number) {
        String username = service.username();
        Draw draw = Draw.of(plan.seed(), "account", username);
        // A day, not an instant: the account must not differ from one start to the next.
        long created = 1_704_067_200L + draw.between(0, 300) * DAY;
        ObjectNode profile = ProfileJson.account(draw, username, created);
        VaultKind[] kinds = VaultKind.values();
        String vault = Json.object(profile, "Destinations").fieldNames().next();
        String second =
                ProfileJson.vault(profile, draw, kinds[1 + number % (kinds.length - 1)], created);
        profile.put("IsSuspended", service.status().equals("Suspended"));
        for (int i = 0; i < service.devices(); i++) {
            device(profile, service, i, i % 4 == 3 ? second : vault);
        }
        fleet.putProfile(username, profile);
    }

    private void device(ObjectNode profile, Service service, int index, String vault) {
        String username = service.username();
        String id = deviceId(username, index);
        Draw draw = Draw.of(plan.seed(), "device", username, index);
        Machine machine = machine(service, index);
        long registered = profile.path("CreateTime").asLong() + draw.between(0, 200) * DAY;
        String name = prefix(username) + machine.name().formatted(1 + index / 3);
        String version = draw.chance(0.85) ? "25.9.8" : "25.6.8";
        ObjectNode config = DeviceJson.config(machine, name, version, registered);
        Json.object(profile, "Devices").set(id, config);
        Temper temper = Temper.of(draw, machine, ordinal++);
        if (temper.kind() != Temper.Kind.NEW) {
            for (ItemKind kind : machine.engines()) {
                item(
                        profile,
                        machine,
                        kind,
                        new JobPlace(username, id, draw.uuid(), vault),
                        temper);
            }
        }
        if (temper.online() && service.status().equals("Active")) {
            long since = fleet.now() - draw.between(600, 3 * DAY);
            fleet.liveConnections()
                    .put(draw.uuid(), DeviceJson.connection(draw, username, id, config, since));
        }
    }

    private void item(
            ObjectNode profile, Machine machine, ItemKind kind, JobPlace place, Temper temper) {
        Draw draw = Draw.of(plan.seed(), "item", place.item());
        long created =
                profile.path("Devices").path(place.device()).path("RegistrationTime").asLong();
        ObjectNode item = ProfileJson.item(kind, place.device(), created);
        item.set("EngineProps", EngineProperties.of(kind, machine));
        Json.object(profile, "Sources").set(place.item(), item);
        // Offices back up at night, but desks and bags in the middle of the day.
        int second =
                (int)
                        (machine.name().startsWith("WS") || machine.portable()
                                ? draw.between(39_600, 61_200)
                                : draw.between(3_600, 25_200));
        Json.object(profile, "BackupRules")
                .set(draw.uuid(), ProfileJson.rule(place.item(), place.vault(), second, created));
        history.write(profile, place, temper, second);
    }

    /** One physical machine may be registered under two accounts; then both name the same id. */
    private String deviceId(String username, int index) {
        Optional<String> shared =
                index == 0 ? DemoCustomers.sharesFirstDeviceWith(username) : Optional.empty();
        return Draw.of(plan.seed(), "device-id", shared.orElse(username), index).hex(40);
    }

    private static Machine machine(Service service, int index) {
        if (service.username().endsWith("m365")) {
            return Machine.MICROSOFT_365;
        }
        // A third of an office are servers, and the first device of every account is one.
        return index % 3 == 0
                ? Machine.SERVERS.get((index / 3 + service.id()) % Machine.SERVERS.size())
                : Machine.CLIENTS.get((index + service.id()) % Machine.CLIENTS.size());
    }

    /** northgate-school becomes NORS-. */
    private static String prefix(String username) {
        String[] words = username.toUpperCase(Locale.ROOT).split("[-_.@]");
        String first = words[0].substring(0, Math.min(3, words[0].length()));
        return words.length == 1 ? first + "-" : first + words[1].charAt(0) + "-";
    }
}
