package com.eazybackup.acceptance;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.comet.SimulatedCometServer;

/** A backup that runs by the tables, and has shown no sign of life for two hours. */
final class DeadBackup {

    private DeadBackup() {}

    /**
     * @return the job's id
     */
    static String start(SimulatedCometServer comet, Place place) throws Exception {
        String job =
                comet.acts()
                        .jobs()
                        .start(place.username(), place.device(), place.item(), place.vault());
        World.eventually(
                "it runs",
                () ->
                        !PortalTables.rows("SELECT 1 FROM eb_jobs_live WHERE job_id = ?", job)
                                .isEmpty());
        PortalTables.run(
                "UPDATE eb_jobs_live SET started_at = started_at - 7200,"
                        + " last_update = last_update - 7200, last_bytes_ts = last_bytes_ts - 7200"
                        + " WHERE job_id = '"
                        + job
                        + "'");
        return job;
    }
}
