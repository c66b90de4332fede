package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Service;
import com.eazybackup.simulator.fleet.AccountSketch.Device;
import com.eazybackup.simulator.fleet.AccountSketch.Item;
import com.eazybackup.simulator.fleet.AccountSketch.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the accounts of a plan, each by its number alone: asked again, it is the same. */
final class AccountSketches {

    private static final long DAY = 86_400;

    private final FleetPlan plan;

    /** How many devices the accounts before this one have. */
    private final int[] devicesBefore;

    AccountSketches(FleetPlan plan) {
        this.plan = plan;
        this.devicesBefore = new int[plan.accounts().size()];
        for (int number = 1; number < devicesBefore.length; number++) {
            devicesBefore[number] =
                    devicesBefore[number - 1] + plan.accounts().get(number - 1).devices();
        }
    }

    int size() {
        return devicesBefore.length;
    }

    AccountSketch of(int number) {
        Service service = plan.accounts().get(number);
        Draw draw = Draw.of(plan.seed(), "account", service.username());
        // A day, not an instant: the account must not differ from one start to the next.
        long created = 1_704_067_200L + draw.between(0, 300) * DAY;
        String creationGuid = draw.uuid();
        VaultKind[] kinds = VaultKind.values();
        List<Vault> vaults =
                List.of(
                        vault(draw, VaultKind.COMET),
                        vault(draw, kinds[1 + number % (kinds.length - 1)]));
        List<Device> devices = new ArrayList<>();
        int items = 0;
        for (int i = 0; i < service.devices(); i++) {
            Vault vault = vaults.get(i % 4 == 3 ? 1 : 0);
            Device device = device(service, i, devicesBefore[number] + i, items, vault, created);
            items += device.items().size();
            devices.add(device);
        }
        return new AccountSketch(service, number, created, creationGuid, vaults, devices);
    }

    private static Vault vault(Draw draw, VaultKind kind) {
        return new Vault(draw.uuid(), kind, draw.between(20, 900) << 30);
    }

    private Device device(
            Service service, int index, int ordinal, int firstItem, Vault vault, long created) {
        String username = service.username();
        Draw draw = Draw.of(plan.seed(), "device", username, index);
        Machine machine = machine(service, index);
        long registered = created + draw.between(0, 200) * DAY;
        String version = draw.chance(0.85) ? "25.9.8" : "25.6.8";
        Temper temper = Temper.of(draw, machine, ordinal);
        List<Item> items = new ArrayList<>();
        if (temper.kind() != Temper.Kind.NEW) {
            for (ItemKind kind : machine.engines()) {
                items.add(item(firstItem + items.size(), draw.uuid(), kind, machine, vault));
            }
        }
        boolean online = temper.online() && service.status().equals("Active");
        return new Device(
                deviceId(username, index),
                machine,
                prefix(username) + machine.name().formatted(1 + index / 3),
                version,
                registered,
                temper,
                items,
                online ? draw.uuid() : "",
                draw.between(600, 3 * DAY));
    }

    private Item item(int number, String id, ItemKind kind, Machine machine, Vault vault) {
        Draw draw = Draw.of(plan.seed(), "item", id);
        // Offices back up at night, but desks and bags in the middle of the day.
        boolean byDay = machine.name().startsWith("WS") || machine.portable();
        long second = byDay ? draw.between(39_600, 61_200) : draw.between(3_600, 25_200);
        return new Item(number, id, kind, vault, draw.uuid(), (int) second);
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
