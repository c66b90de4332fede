package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.Until;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that run by the tables and are in no list of the server's. */
class UnfinishedJobsTest {

    private static final ProfileName PROFILE = new ProfileName(IntakeWorld.PROFILE);
    private static final String USER = "larkspur";
    private static final String ONE_JOB = "/api/v1/admin/get-job-properties";

    private static final String VERSION = "/api/v1/admin/meta/version";

    private IntakeWorld world;
    private UnfinishedJobs unfinished;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.withoutProgress();
        world.startIntake().awaitCaughtUp();
        unfinished = reader();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** One that remembers no owner yet. */
    private UnfinishedJobs reader() {
        WriterTools tools = world.tools();
        EventCursor cursor = new EventCursor(PROFILE, tools.clock(), Duration.ofDays(1));
        FleetWriter writer = new FleetWriter(PROFILE, tools, cursor, new IntakeCounts(), () -> {});
        return new UnfinishedJobs(PROFILE, tools, writer);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 400})
    @Tag("fault-06")
    void aJobThatTheServerHasForgottenHasFailedWhateverItsNumberForThat(int status)
            throws Exception {
        world.comet.switches().unknownJobStatus = status;
        String job = running(10);
        world.comet.acts().jobs().forget(job);

        read();

        assertThat(status(job)).containsExactly("7002");
        assertThat(live(job)).isEmpty();
    }

    @Test
    @Tag("fault-10")
    void aJobThatTheServerSaysNothingAboutHidesNoOther() throws Exception {
        String silent = running(20);
        String cancelled = running(10);
        world.comet.acts().jobs().cancelByAdmin(silent);
        world.comet.acts().jobs().cancelByAdmin(cancelled);
        fault(Fault.always(Fault.Kind.ERROR_BODY).value(500).times(1));

        read();

        assertThat(live(silent)).hasSize(1);
        assertThat(status(cancelled)).containsExactly("7005");
        read();
        assertThat(status(silent)).containsExactly("7005");
    }

    @Test
    @Tag("fault-10")
    void aPageThatAProxyHasNotFoundEndsNoJob() throws Exception {
        String job = running(10);
        world.comet.acts().jobs().forget(job);
        fault(Fault.always(Fault.Kind.STATUS).value(404));

        read();

        assertThat(live(job)).hasSize(1);
    }

    @Test
    @Tag("fault-10")
    void whatWasFoundBeforeTheCredentialsWereRefusedIsWritten() throws Exception {
        String found = running(20);
        String next = running(10);
        world.comet.acts().jobs().cancelByAdmin(found);
        world.comet.acts().jobs().cancelByAdmin(next);
        fault(Fault.always(Fault.Kind.REFUSED).onEach(2));
        world.comet.faults().add(Fault.always(Fault.Kind.REFUSED).onPath(VERSION));

        assertThatThrownBy(this::read).isInstanceOf(CometException.class);

        assertThat(status(found)).containsExactly("7005");
        assertThat(live(next)).hasSize(1);
    }

    @Test
    void oneThatWasNeverRecordedIsRecordedAsFailedWithWhatIsKnownOfIt() throws Exception {
        String job = running(10);
        world.comet.acts().jobs().forget(job);
        world.database.run("DELETE FROM comet_jobs WHERE id = '" + job + "'");

        read();

        assertThat(live(job)).isEmpty();
        assertThat(
                        world.rows(
                                "SELECT j.status, j.username, j.type, d.hash,"
                                        + " j.started_at < j.ended_at FROM comet_jobs j"
                                        + " JOIN comet_devices d ON d.id = j.comet_device_id"
                                        + " WHERE j.id = '"
                                        + job
                                        + "'"))
                .containsExactly("7002|" + USER + "|4001|" + place().device() + "|1");
    }

    @Test
    void oneThatNothingIsKnownOfRunsNoMore() throws Exception {
        world.database.run(
                "INSERT INTO eb_jobs_live (server_id, job_id, started_at, last_update) VALUES ('"
                        + PROFILE
                        + "', 'left-by-somebody', 1700000000, 1700000000)");

        read();

        assertThat(live("left-by-somebody")).isEmpty();
        assertThat(status("left-by-somebody")).isEmpty();
    }

    @Test
    void whatEndedOrIsForgottenAndIsNobodysNowRunsNoMore() throws Exception {
        String ended = running(30);
        String forgotten = running(20);
        String lives = running(10);
        world.comet.acts().jobs().cancelByAdmin(ended);
        world.comet.acts().jobs().forget(forgotten);
        world.database.run(
                "DELETE FROM tblhosting WHERE username = '" + USER + "'",
                "UPDATE eb_jobs_live SET client_id = NULL");
        unfinished = reader();

        read();

        assertThat(live(ended)).isEmpty();
        assertThat(live(forgotten)).isEmpty();
        assertThat(live(lives)).hasSize(1);
        assertThat(status(ended)).as("nothing is written for nobody").containsExactly("6001");
    }

    @Test
    void jobsThatAreAskedForInVainKeepNoOtherFromItsTurn() throws Exception {
        String job = running(0);
        world.comet.acts().jobs().cancelByAdmin(job);
        world.database.run(
                "INSERT INTO eb_jobs_live (server_id, job_id, started_at, last_update) SELECT '"
                        + PROFILE
                        + "', CONCAT('old-', seq), 1700000000, 1700000000 + seq"
                        + " FROM seq_1_to_50");
        world.database.run("UPDATE eb_jobs_live SET last_update = last_update - 10");
        fault(Fault.always(Fault.Kind.ERROR_BODY).value(500).times(50));
        read();
        assertThat(live(job)).hasSize(1);

        read();

        assertThat(status(job)).containsExactly("7005");
        assertThat(world.rows("SELECT 1 FROM eb_jobs_live")).as("all but one").hasSize(1);
    }

    private void read() throws Exception {
        unfinished.read(
                world.intakes().of(PROFILE).orElseThrow().server().client(), new RowTally());
    }

    private void fault(Fault fault) {
        world.comet.faults().add(fault.onPath(ONE_JOB));
    }

    /** A backup that runs by the tables and was last heard of so many seconds ago. */
    private String running(int seconds) throws Exception {
        String job = world.startJob(place());
        Until.holds("it runs", () -> !live(job).isEmpty());
        world.database.run(
                "UPDATE eb_jobs_live SET started_at = started_at - 60, last_update = last_update - "
                        + seconds
                        + " WHERE job_id = '"
                        + job
                        + "'");
        return job;
    }

    private Place place() {
        return world.place(USER);
    }

    private List<String> live(String job) throws Exception {
        return world.rows("SELECT job_id FROM eb_jobs_live WHERE job_id = '" + job + "'");
    }

    private List<String> status(String job) throws Exception {
        return world.rows("SELECT status FROM comet_jobs WHERE id = '" + job + "'");
    }
}
