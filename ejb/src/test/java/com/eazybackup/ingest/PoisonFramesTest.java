package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.testing.Until;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames that no server should send: the next one is handled, and no row is spoilt. */
@Tag("fault-08")
class PoisonFramesTest {

    private static final String USER = "larkspur";
    private static final String OF_NOBODY = "00000000-0000-4000-8000-000000000000";

    private IntakeWorld world;
    private Place place;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create().withStream(IntakeWorld.quick(32 * 1024 * 1024));
        world.startIntake().awaitCaughtUp();
        place = world.place(USER);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void afterEachOfThemTheNextFrameIsHandledAndAllIsAsTheServerHasIt() throws Exception {
        for (Poison poison : Poison.values()) {
            world.comet.stream().poison(poison);
            String job = world.startJob(place);
            Until.passes(
                    () ->
                            assertThat(
                                            world.rows(
                                                    "SELECT 1 FROM eb_jobs_live WHERE job_id = '"
                                                            + job
                                                            + "'"))
                                    .as(poison.sentence())
                                    .hasSize(1));
            world.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        }
        // Some of it was readable: a job that the server itself does not know.
        world.database.run("DELETE FROM comet_jobs WHERE id = '" + OF_NOBODY + "'");
        world.awaitEqual();
        assertThat(world.counts().unreadableFrames()).isPositive();
    }

    @Test
    void numbersBeyondAllBoundsInAJobThatIsRealAreCutAndItsTrueEndHolds() throws Exception {
        String job = world.startJob(place);
        String poisoned =
                frame(4200, world.fleet().job(job).orElseThrow().put("TotalSize", "@"))
                        .replace("\"@\"", "99999999999999999999999999")
                        .replaceFirst("\"EndTime\":\\d+", "\"EndTime\":1e400");
        world.comet.stream().sendRaw(poisoned);
        String ended = poisoned.replace("4200", "4201").replace("JOB_NEW", "JOB_COMPLETED");
        world.comet.stream().sendRaw(ended.replaceFirst("\"Status\":\\d+", "\"Status\":7002"));
        Until.holds(
                "the poisoned end is written",
                () ->
                        !world.rows(
                                        "SELECT 1 FROM comet_jobs WHERE status = 7002 AND id = '"
                                                + job
                                                + "'")
                                .isEmpty());
        assertThat(
                        world.rows(
                                "SELECT duration_sec < 60, bytes FROM eb_jobs_recent_24h"
                                        + " WHERE job_id = '"
                                        + job
                                        + "'"))
                .singleElement()
                .asString()
                .startsWith("1|");
    }

    @Test
    void namesWithCharactersThatNobodyTypesAreStoredAsTheyAre() throws Exception {
        for (String name :
                new String[] {
                    "na\u0000me", "\u202Eevil", "😀😀", "tab\there", "line\nbreak", "'\"\\", " "
                }) {
            world.comet.acts().devices().rename(USER, place.device(), name);
            world.awaitEqual();
        }
        ObjectNode profile = world.fleet().profile(USER).orElseThrow();
        ((ObjectNode) profile.path("Devices").path(place.device())).put("FriendlyName", "@");
        // Half of a pair: no character, but JSON allows to write it.
        world.comet.stream().sendRaw(frame(4102, profile).replace("\"@\"", "\"half \\ud800\""));
        Until.holds(
                "the name is stored in some form",
                () ->
                        !world.rows("SELECT 1 FROM comet_devices WHERE name LIKE 'half %'")
                                .isEmpty());
    }

    private String frame(int type, ObjectNode data) {
        ObjectNode frame =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Actor", USER)
                        .put("Type", type)
                        .put("TypeString", type == 4200 ? "SEVT_JOB_NEW" : "SEVT_ACCOUNT_UPDATED")
                        .put("Timestamp", world.fleet().now());
        frame.set("Data", data);
        return frame.toString();
    }
}
