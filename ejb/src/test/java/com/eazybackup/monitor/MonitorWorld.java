package com.eazybackup.monitor;

import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.FleetServers;
import com.eazybackup.ingest.IntakeWorld;
import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.ingest.LiveJobs;
import com.eazybackup.ingest.UnsteadyDatabase;
import com.eazybackup.platform.NodeLock;
import com.eazybackup.platform.Settings;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.testing.Until;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** One or two nodes' monitors, with a database, an intake and a simulated Comet Server. */
final class MonitorWorld implements AutoCloseable {

    static final ProfileName PROFILE = new ProfileName(IntakeWorld.PROFILE);
    static final String USER = "larkspur";

    final IntakeWorld intake;

    private MonitorWorld(IntakeWorld intake) {
        this.intake = intake;
    }

    static MonitorWorld create() throws Exception {
        return of(IntakeWorld.withoutProgress());
    }

    /**
     * @param unsteady may be told to fail: what is written goes through it
     */
    static MonitorWorld through(IntakeWorld intake, UnsteadyDatabase unsteady) throws Exception {
        return of(intake.writingThrough(unsteady.source()));
    }

    private static MonitorWorld of(IntakeWorld intake) throws Exception {
        MonitorWorld world = new MonitorWorld(intake);
        world.intake.startIntake().awaitCaughtUp();
        world.intake.awaitEqual();
        return world;
    }

    /** What one node has. */
    record Node(Heartbeat heartbeat, StalledJobs jobs, MonitorRuns runs, MonitorBoard board) {

        MonitorRun run() throws InterruptedException {
            return run(false);
        }

        MonitorRun run(boolean dry) throws InterruptedException {
            return jobs.run(
                    PROFILE,
                    new MonitorOrder(MonitorRun.Cause.REQUESTED, dry, jobs.limits()),
                    id -> {});
        }

        HeartbeatRun look() throws InterruptedException {
            return heartbeat.look(PROFILE, true);
        }
    }

    Node node(String... settings) {
        return nodeOn(intake.database.source(), settings);
    }

    Node nodeOn(DataSource database, String... more) {
        Settings settings = TestSettings.with(more);
        Clock clock = Clock.systemUTC();
        FleetServers servers = new FleetServers(intake.intakes());
        NodeLock locks = new NodeLock(database);
        MonitorRuns runs = new MonitorRuns(database, clock);
        Shifts shifts = new Shifts();
        Heartbeat heartbeat = new Heartbeat(servers, locks, database, clock, settings);
        StalledJobs jobs =
                new StalledJobs(
                        servers,
                        new LiveJobs(intake.intakes()),
                        locks,
                        runs,
                        shifts,
                        clock,
                        settings);
        return new Node(heartbeat, jobs, runs, new MonitorBoard(servers, heartbeat, jobs, shifts));
    }

    /** A backup that runs by the tables, too. */
    String running(Place place) throws Exception {
        String job = intake.startJob(place);
        Until.holds("it runs", () -> !live(job).isEmpty());
        return job;
    }

    /** A backup of the user that has shown no life for two hours. */
    String dead() throws Exception {
        String job = running(place());
        later(7_200);
        return job;
    }

    Place place() {
        return intake.place(USER);
    }

    /** So many seconds go by for all running jobs. */
    void later(int seconds) throws SQLException {
        intake.database.run(
                "UPDATE eb_jobs_live SET started_at = started_at - "
                        + seconds
                        + ", last_update = last_update - "
                        + seconds
                        + ", last_bytes_ts = last_bytes_ts - "
                        + seconds
                        + ", last_checked_ts = IF(last_checked_ts = 0, 0, last_checked_ts - "
                        + seconds
                        + "), next_action_ts = IF(next_action_ts = 0, 0, next_action_ts - "
                        + seconds
                        + ")");
    }

    /**
     * @return observations, attempts, stage and error; empty when it does not run
     */
    List<String> live(String job) throws Exception {
        return intake.rows(
                "SELECT stale_observations, cancel_attempts, action_stage,"
                        + " COALESCE(last_action_error, '') FROM eb_jobs_live WHERE job_id = '"
                        + job
                        + "'");
    }

    /**
     * @return as recorded, Comet's number
     */
    List<String> status(String job) throws Exception {
        return intake.rows("SELECT status FROM comet_jobs WHERE id = '" + job + "'");
    }

    List<String> recent(String job) throws Exception {
        return intake.rows("SELECT status FROM eb_jobs_recent_24h WHERE job_id = '" + job + "'");
    }

    int cometStatus(String job) {
        return intake.fleet().job(job).orElseThrow().path("Status").asInt();
    }

    static JobId id(String job) {
        return new JobId(job);
    }

    @Override
    public void close() {
        intake.close();
    }
}
