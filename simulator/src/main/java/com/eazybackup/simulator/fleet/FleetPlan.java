package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.DemoCustomers.Service;
import java.time.Clock;
import java.util.List;

/**
 * What a fleet is made from. The same plan at the same instant gives the same fleet; at another
 * instant the accounts, devices, items and the jobs of the nights that both know are the same.
 *
 * @param accounts the accounts of this server, with their number of devices
 * @param clock the server's clock; history ends at its present
 * @param historyDays how many days of finished jobs there are
 */
public record FleetPlan(long seed, List<Service> accounts, Clock clock, int historyDays) {

    /** Fourteen days of history, the demo's seed. */
    public static FleetPlan of(List<Service> accounts, Clock clock) {
        return new FleetPlan(20_260_101L, accounts, clock, 14);
    }

    /** Invents the fleet. */
    public Fleet build() {
        return new FleetFactory(this).build();
    }
}
