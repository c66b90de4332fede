package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.provider.Shelves;

/** Everything that a provider sets up on a server, and the vaults that come from there. */
final class ProviderCalls {

    private final Fleet fleet;
    private final Switches switches;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Shelves shelves;

    ProviderCalls(Fleet fleet, Switches switches, Accounts accounts, SignIns signIns) {
        this.fleet = fleet;
        this.switches = switches;
        this.accounts = accounts;
        this.signIns = signIns;
        this.shelves = Shelves.filled(fleet.now());
    }

    void register(Calls calls) {
        Permission permission = new Permission(switches);
        new VaultCalls(fleet, switches, accounts, shelves).register(calls);
        new StorageCalls(fleet, switches, permission, shelves.buckets()).register(calls);
        new QuotaCalls(fleet, switches, shelves.quotas()).register(calls);
        new PolicyCalls(fleet, switches, shelves.policies()).register(calls);
        new GroupCalls(fleet, switches, accounts, shelves.groups()).register(calls);
        new OrganizationCalls(fleet, switches, permission, shelves.organizations()).register(calls);
        new SoftwareCalls(switches).register(calls);
        new NewsCalls(fleet, switches, shelves).register(calls);
        new OwnAccountCalls(switches, signIns.admin().codes()).register(calls);
        new LobbyCalls(fleet, switches, accounts, signIns, shelves.lobby()).register(calls);
    }
}
