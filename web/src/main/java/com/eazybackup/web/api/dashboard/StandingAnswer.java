package com.eazybackup.web.api.dashboard;

import com.eazybackup.fleet.DeviceState;
import com.eazybackup.fleet.Standing;
import com.eazybackup.fleet.StandingSummary;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * @param t when it was read, in Unix seconds
 * @param needing devices with an issue that is not snoozed
 * @param calm the others, the snoozed among them
 * @param snoozed devices with an issue that is in no count for a while
 * @param longest null when nobody is needed
 */
record StandingAnswer(
        String status,
        long t,
        long total,
        long needing,
        long calm,
        long snoozed,
        long toleranceSecs,
        Map<String, Long> counts,
        Longest longest) {

    record Longest(
            String deviceId,
            String name,
            String username,
            DeviceState state,
            Long since,
            int failures,
            Long lastGoodAt,
            boolean itemLate) {

        static Longest of(StandingSummary.Longest device) {
            Standing standing = device.standing();
            return new Longest(
                    device.deviceId(),
                    device.name(),
                    device.username(),
                    standing.state(),
                    standing.since(),
                    standing.failures(),
                    standing.lastGoodAt(),
                    standing.itemLate());
        }
    }

    static StandingAnswer of(StandingSummary summary) {
        Map<String, Long> counts = new LinkedHashMap<>();
        summary.counts().forEach((state, devices) -> counts.put(state.wire(), devices));
        return new StandingAnswer(
                "success",
                summary.at().getEpochSecond(),
                summary.total(),
                summary.needing(),
                summary.total() - summary.needing(),
                summary.snoozed(),
                summary.tolerance().toSeconds(),
                counts,
                summary.longest().map(Longest::of).orElse(null));
    }
}
