package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.stream.StreamAlert;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.testing.Until;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Profiles as large as those of a big account, and larger. */
@Tag("fault-09")
class BigFrameTest {

    private static final String USER = "larkspur";
    private static final int MEGABYTE = 1024 * 1024;
    private static final String FOLDER = "C:\\Data\\Archive\\a folder with quite a long name\\%07d";

    private IntakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tenMegabytesAreTakenAndHoldLessThanAHundredOfHeap() throws Exception {
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        long before = live();
        try (Connection other = world.database.source().getConnection();
                Statement lock = other.createStatement()) {
            // The writer stands still with the profile in its hands, right before its commit.
            other.setAutoCommit(false);
            lock.executeQuery("SELECT last_id FROM eb_change_seq FOR UPDATE").close();
            String item = grow(10 * MEGABYTE);
            world.comet.acts().devices().add(USER, "WITH-THE-BIG-ONE");
            Until.holds("the writer waits", this::somebodyWaitsForALock);
            assertThat(live() - before).as("bytes held").isLessThan(100L * MEGABYTE);
            other.rollback();
            Until.holds(
                    "the item is stored",
                    () ->
                            !world.rows(
                                            "SELECT 1 FROM comet_items WHERE id = '"
                                                    + item
                                                    + "' AND LENGTH(content) > "
                                                    + 9 * MEGABYTE)
                                    .isEmpty());
        }
        world.awaitEqual();
    }

    @Test
    void aFrameAboveTheLimitIsReadByTheApiToldOnceAndNoLoopFollows() throws Exception {
        world.withStream(IntakeWorld.quick(MEGABYTE)).startIntake().awaitCaughtUp();

        grow(3 * MEGABYTE);

        Until.passes(
                () ->
                        assertThat(world.counts().alerts())
                                .isEqualTo(Map.of(StreamAlert.FRAME_TOO_LARGE, 1L)));
        world.awaitEqual();
        String job = world.startJob(world.place("quill"));
        Until.passes(() -> assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).contains(job));
        assertThat(
                        world.rows(
                                "SELECT JSON_VALUE(body, '$.state') FROM eb_changes"
                                        + " WHERE kind = 'stream' ORDER BY id"))
                .filteredOn("live"::equals)
                .hasSize(2);
        assertThat(world.counts().alerts()).containsOnlyKeys(StreamAlert.FRAME_TOO_LARGE);
    }

    @Test
    void whatNoPacketToTheDatabaseCanCarryGoesToTheQuarantineInPartAndStopsNothing()
            throws Exception {
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();

        grow(18 * MEGABYTE);
        String job = world.startJob(world.place("quill"));

        Until.passes(() -> assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).contains(job));
        Until.passes(() -> assertThat(world.counts().refusedNews()).isEqualTo(1));
        Until.passes(
                () ->
                        assertThat(
                                        world.rows(
                                                "SELECT size > 18000000, CHAR_LENGTH(frame)"
                                                        + " FROM eb_quarantine"))
                                .containsExactly("1|1048576"));
        world.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        Until.passes(() -> assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).isEmpty());
    }

    /**
     * @return the item with very many folders
     */
    private String grow(int bytes) {
        String item = "00000000-0000-4000-8000-0000000b160b";
        world.comet
                .acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            ObjectNode big = ((ObjectNode) profile.path("Sources")).putObject(item);
                            big.put("Engine", "engine1/file")
                                    .put("Description", "Very many folders");
                            big.put("OwnerDevice", "");
                            ObjectNode folders = big.putObject("EngineProps");
                            int length = 0;
                            for (int number = 0; length < bytes; number++) {
                                String folder = FOLDER.formatted(number);
                                folders.put("INCLUDE-" + number, folder);
                                length += folder.length() + 24;
                            }
                            return profile;
                        });
        return item;
    }

    private boolean somebodyWaitsForALock() throws Exception {
        return !world.rows(
                        "SELECT 1 FROM information_schema.global_status WHERE variable_name ="
                                + " 'Innodb_row_lock_current_waits' AND variable_value > 0")
                .isEmpty();
    }

    /** Bytes that are in use, and not only not yet collected. */
    @SuppressWarnings("ExplicitGc") // what is garbage is not held
    private static long live() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
