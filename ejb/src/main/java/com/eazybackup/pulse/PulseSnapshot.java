package com.eazybackup.pulse;

import com.eazybackup.fleet.FleetJob;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How things stand for one client.
 *
 * @param feedId everything up to this change is in here; some later ones may be, and applying them
 *     again changes nothing
 * @param t Unix seconds
 * @param jobsRunning at most {@link PulseSnapshots#MAX_RUNNING}
 * @param jobsRecent24h at most {@link PulseSnapshots#MAX_RECENT}
 * @param interruptedAfter seconds offline after which a device's running jobs are interrupted
 * @param scope another text when the client may see something else than before
 */
public record PulseSnapshot(
        long feedId,
        long t,
        List<FleetJob> jobsRunning,
        List<FleetJob> jobsRecent24h,
        List<StreamStanding> streams,
        long interruptedAfter,
        String scope) {

    /**
     * How the live connection to one Comet Server stands.
     *
     * @param state {@code connecting}, {@code live}, {@code down} or {@code refused}
     * @param since Unix seconds
     * @param lastFrame Unix seconds, 0 when nothing has come yet
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record StreamStanding(
            String profile, String name, String state, long since, long lastFrame) {}
}
