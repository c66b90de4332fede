package com.eazybackup.web.api.pulse;

import com.eazybackup.fleet.DeviceState;
import com.eazybackup.fleet.Trouble;
import com.eazybackup.fleet.TroubleGroup;
import com.eazybackup.fleet.TroubleSummary;
import java.util.List;

/**
 * What is the matter, devices with one cause together.
 *
 * @param t when it was read, Unix seconds; what a snooze of a group is as of
 * @param total devices with an incident that fit the words, also those of groups that are not told
 */
record IncidentGroupsAnswer(long t, long total, List<Group> groups) {

    /**
     * @param key what a snooze of it names
     * @param statusCode Comet's; 0 when no end of a backup tells it
     * @param vaultName empty when it is not known, or cannot be the cause
     * @param since Unix seconds; null when nobody knows
     * @param newest some of the devices; the first one's job is the newest evidence
     */
    record Group(
            String key,
            DeviceState state,
            int statusCode,
            String vaultId,
            String vaultName,
            long devices,
            Long since,
            List<Trouble> newest) {

        static Group of(TroubleGroup group) {
            boolean vault = !group.cause().vault().isEmpty();
            return new Group(
                    group.cause().key(),
                    group.cause().state(),
                    group.cause().code(),
                    group.cause().vault(),
                    vault ? group.newest().get(0).vaultName() : "",
                    group.devices(),
                    group.since(),
                    group.newest());
        }
    }

    static IncidentGroupsAnswer of(TroubleSummary summary) {
        return new IncidentGroupsAnswer(
                summary.at().getEpochSecond(),
                summary.total(),
                summary.groups().stream().map(Group::of).toList());
    }
}
