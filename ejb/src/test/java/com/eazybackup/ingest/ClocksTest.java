package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that are wrong, and times that are none. This JVM is in a zone of its own on purpose. */
@Tag("fault-17")
class ClocksTest {

    private static final String USER = "larkspur";

    private IntakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest(name = "{0} s ahead, in milliseconds: {1}")
    @CsvSource({"600, false", "-600, false", "600, true"})
    void aServerWhoseClockIsWrongIsFollowedAllTheSame(int ahead, boolean millis) throws Exception {
        world.fleet().habits().clockSkewSeconds = ahead;
        world.comet.switches().timestampInMillis = millis;
        world.startIntake().awaitCaughtUp();
        Place place = world.place(USER);
        String abandoned = world.startJob(place);
        String good = world.startJob(place);
        String device = world.comet.acts().devices().add(USER, "SHORT-LIVED");
        world.awaitEqual();
        world.comet.acts().jobs().finish(good, JobStatuses.SUCCESS);
        world.comet.acts().jobs().abandon(abandoned);
        world.comet.acts().devices().disconnect(USER, place.device());
        world.awaitEqual();
        world.comet.acts().devices().connect(USER, place.device());
        world.comet.acts().devices().remove(USER, device, USER);
        world.comet.acts().jobs().revive(abandoned);
        world.awaitEqual();
        world.comet.acts().jobs().finish(abandoned, JobStatuses.SUCCESS);
        world.awaitEqual();

        assertThat(
                        world.rows(
                                "SELECT job_id FROM eb_jobs_recent_24h WHERE duration_sec < 0"
                                        + " OR duration_sec > 60 AND job_id IN ('"
                                        + good
                                        + "', '"
                                        + abandoned
                                        + "')"))
                .isEmpty();
        long now = Instant.ofEpochMilli(System.currentTimeMillis()).getEpochSecond();
        assertThat(Long.parseLong(world.rows("SELECT last_ts FROM eb_event_cursor").get(0)))
                .as("nobody has seen the future")
                .isLessThanOrEqualTo(now);
    }

    @Test
    void anEndWithoutATimeAndAStartIn1970AreTakenForWhenTheyWereTold() throws Exception {
        world.startIntake().awaitCaughtUp();
        Place place = world.place(USER);
        String job = world.startJob(place);
        world.awaitEqual();
        long told = world.fleet().now();

        ObjectNode data = world.fleet().job(job).orElseThrow();
        data.put("Status", JobStatuses.SUCCESS).put("StartTime", 1).put("EndTime", 0);
        ObjectNode frame =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Actor", USER)
                        .put("Type", 4201)
                        .put("Timestamp", told);
        frame.set("Data", data);
        world.comet.stream().sendRaw(frame.toString());

        com.eazybackup.testing.Until.passes(
                () ->
                        assertThat(
                                        world.rows(
                                                "SELECT UNIX_TIMESTAMP(ended_at), started_at <= ended_at,"
                                                        + " YEAR(started_at) > 1970 FROM comet_jobs"
                                                        + " WHERE id = '"
                                                        + job
                                                        + "'"))
                                .containsExactly(told + "|1|1"));
    }
}
