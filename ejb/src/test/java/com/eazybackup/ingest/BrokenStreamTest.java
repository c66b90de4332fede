package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams that break, die without a word, or end with their server. */
class BrokenStreamTest {

    private static final String USER = "larkspur";
    private static final int LARGEST_FRAME = 32 * 1024 * 1024;

    private IntakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create().withStream(IntakeWorld.quick(LARGEST_FRAME));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("fault-01")
    void aResetInTheMiddleOfFiveThousandEventsLosesAndDoublesNothing() throws Exception {
        world.startIntake().awaitCaughtUp();
        NumberedJobs jobs = new NumberedJobs(world);
        world.comet.stream().killAfter(2_500);

        jobs.startAndEnd(2_500);

        world.awaitEqual();
        jobs.areEachThereOnce();
        Until.passes(() -> assertThat(timesLive()).isEqualTo(2));
    }

    @Test
    @Tag("fault-02")
    void aConnectionThatIsDeadWithoutAWordIsNoticedAndLeft() throws Exception {
        world.startIntake().awaitCaughtUp();
        String running = world.startJob(world.place(USER));
        world.awaitEqual();
        world.comet.stream().freeze();

        world.comet.acts().jobs().finish(running, JobStatuses.WARNING);
        world.comet.acts().devices().add(USER, "WHILE-IT-WAS-DEAD");

        Until.holds(
                "another connection",
                () -> world.comet.stream().viewers().stream().anyMatch(v -> !v.frozen()));
        world.awaitEqual();
        assertThat(
                        world.rows(
                                "SELECT status FROM eb_jobs_recent_24h WHERE job_id = '"
                                        + running
                                        + "'"))
                .containsExactly("warning");
        Until.passes(() -> assertThat(timesLive()).isEqualTo(2));
    }

    @Test
    @Tag("fault-02")
    void whatTheAdminApiSaysWhileTheStreamIsDownHidesNothingThatNobodyTold() throws Exception {
        world.startIntake().awaitCaughtUp();
        String running = world.startJob(world.place(USER));
        world.awaitEqual();
        world.comet.faults().add(Fault.always(Fault.Kind.STATUS).onPath("/api/v1/events/stream"));
        world.comet.stream().killAll();
        Until.holds("it is down", () -> world.status().stream().state().equals("down"));
        world.database.run("UPDATE eb_event_cursor SET last_ts = last_ts - 36000");
        List<String> cursor = world.rows("SELECT last_ts FROM eb_event_cursor");

        world.comet.acts().jobs().finish(running, JobStatuses.SUCCESS);

        Until.holds(
                "the end is asked for", () -> world.rows("SELECT 1 FROM eb_jobs_live").isEmpty());
        assertThat(world.rows("SELECT last_ts FROM eb_event_cursor")).isEqualTo(cursor);
        world.comet.faults().clear();
        world.awaitEqual();
    }

    @Test
    @Tag("fault-12")
    void aServerThatComesBackAsANewerVersionIsReadWholeAndNoDeviceIsDoubled() throws Exception {
        world.comet.switches().version = "24.6.2";
        world.startIntake().awaitCaughtUp();
        String running = world.startJob(world.place(USER));
        world.awaitEqual();
        List<String> devices = devices();
        long news = devicesToldAsNew();
        long lists = userListsRead();

        world.comet.switches().version = "25.9.8";
        world.comet.restart();
        world.comet.acts().jobs().finish(running, JobStatuses.SUCCESS);
        String added = world.comet.acts().devices().add(USER, "NEW-AFTER-THE-UPGRADE");

        world.awaitEqual();
        Until.passes(() -> assertThat(userListsRead()).isEqualTo(lists + 1));
        Until.passes(() -> assertThat(timesLive()).isEqualTo(2));
        world.awaitEqual();
        assertThat(devicesToldAsNew()).isEqualTo(news + 1);
        assertThat(devices()).containsAll(devices).hasSize(devices.size() + 1);
        assertThat(world.rows("SELECT hash FROM comet_devices WHERE hash = '" + added + "'"))
                .hasSize(1);
    }

    private List<String> devices() throws Exception {
        return world.rows("SELECT client_id, hash FROM comet_devices ORDER BY 1, 2");
    }

    private long devicesToldAsNew() throws Exception {
        return world.rows("SELECT id FROM eb_changes WHERE kind = 'device:new'").size();
    }

    private long userListsRead() {
        return world.comet.callLog().newestFirst().stream()
                .filter(call -> call.path().endsWith("/list-users-full"))
                .count();
    }

    /** What came between may have been too short to be told. */
    private long timesLive() throws Exception {
        return world.rows(
                        "SELECT id FROM eb_changes WHERE kind = 'stream'"
                                + " AND JSON_VALUE(body, '$.state') = 'live'")
                .size();
    }
}
