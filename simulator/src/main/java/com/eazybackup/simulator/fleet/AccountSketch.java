package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.DemoCustomers.Service;
import java.util.List;

/**
 * What was drawn for one account of the plan: its profile, connections and past jobs follow from
 * it.
 *
 * @param number its place in the plan
 * @param created Unix seconds
 */
record AccountSketch(
        Service service,
        int number,
        long created,
        String creationGuid,
        List<Vault> vaults,
        List<Device> devices) {

    /**
     * @param bytes at the account's beginning
     */
    record Vault(String id, VaultKind kind, long bytes) {}

    /**
     * @param connection id of its live connection, "" when it is away
     * @param connectedFor seconds
     */
    record Device(
            String id,
            Machine machine,
            String name,
            String version,
            long registered,
            Temper temper,
            List<Item> items,
            String connection,
            long connectedFor) {}

    /**
     * @param number its place among the account's items
     * @param vault where it backs up to
     * @param rule id of its schedule
     * @param second of the day, when that starts
     */
    record Item(int number, String id, ItemKind kind, Vault vault, String rule, int second) {}

    String username() {
        return service.username();
    }

    boolean active() {
        return service.status().equals("Active");
    }
}
