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

    private static final long SEED = 20_260_101L;

    /** Fourteen days of history, the demo's seed. */
    public static FleetPlan of(List<Service> accounts, Clock clock) {
        return new FleetPlan(SEED, accounts, clock, 14);
    }

    /**
     * A fleet of any size, with a device or so for each account. An account's number decides what
     * it is like, so small fleets are the beginnings of big ones.
     *
     * @param users 10 to 100,000 are tried
     */
    public static FleetPlan numbered(int users, Clock clock) {
        return of(new NumberedAccounts(SEED, users), clock);
    }

    /** Invents the fleet. */
    public Fleet build() {
        return new Fleet(this);
    }
}
