package com.eazybackup.web.api.find;

import com.eazybackup.accounts.FoundUser;
import com.eazybackup.accounts.FoundVault;
import com.eazybackup.fleet.DeviceState;
import com.eazybackup.fleet.FleetTroubles;
import com.eazybackup.fleet.Found;
import com.eazybackup.fleet.FoundDevice;
import com.eazybackup.fleet.TroubleGroup;
import com.eazybackup.fleet.TroubleSummary;
import java.util.List;

/**
 * What has been found.
 *
 * @param incidents causes of which a device fits, the worst first; {@code total} is {@link
 *     FleetTroubles#MOST_GROUPS} at most
 */
record FindAnswer(
        Found<FoundDevice> devices,
        Found<FoundUser> users,
        Found<FoundVault> vaults,
        Found<Incident> incidents) {

    /**
     * @param key as {@code /api/pulse/incidents/groups} has it
     * @param statusCode Comet's; 0 when no end of a backup tells it
     * @param devices how many have it that fit
     * @param deviceName of the newest of them
     */
    record Incident(
            String key,
            DeviceState state,
            int statusCode,
            long devices,
            Long since,
            String deviceName) {}

    static Found<Incident> incidents(TroubleSummary found, int most) {
        List<Incident> worst =
                found.groups().stream().limit(most).map(FindAnswer::incident).toList();
        return new Found<>(found.groups().size(), worst);
    }

    private static Incident incident(TroubleGroup group) {
        return new Incident(
                group.cause().key(),
                group.cause().state(),
                group.cause().code(),
                group.devices(),
                group.since(),
                group.newest().get(0).deviceName());
    }
}
