package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.EventReader.Message;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a Comet event to a viewer, through the database. */
class PulseIT {

    /** A second is the promise, which the benchmark measures; a busy machine takes longer. */
    private static final Duration SOON = Duration.ofSeconds(30);

    /** A stream that is opened is waited for longer than this: fifteen seconds. */
    private static final Duration BEFORE_THE_CALL_IS_GIVEN_UP = Duration.ofSeconds(12);

    /** The page itself takes a line for dead after so long. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private static final List<String> POISON =
            List.of(
                    "",
                    "no JSON at all",
                    "{\"Type\":4101,\"Data\":{\"GUID\":\"cut off",
                    "null",
                    "[]",
                    "4101",
                    "{}",
                    "{\"Type\":\"4101\",\"Data\":null}",
                    "{\"Type\":4101,\"Data\":\"a text\"}",
                    "{\"Type\":4101,\"Data\":{\"GUID\":{},\"Username\":[1],\"StartTime\":\"soon\"}}",
                    "{\"Type\":99999999999999999999,\"Data\":{}}",
                    "{\"Type\":4101,\"Data\":{\"GUID\":\"\\u0000\",\"Username\":\"\\ud800\"}}",
                    "[".repeat(3_000),
                    "{\"Type\":4101,\"Data\":{\"GUID\":\"" + "x".repeat(200_000) + "\"}}");

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.SMALL);
        World.eventually(
                "the device of Quill is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() == 1);
    }

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @Test
    void aJobIsSeenToStartAndToEnd() throws Exception {
        try (EventReader events = EventReader.open(Session.of(World.SMALL))) {
            assertThat(events.response().headers().firstValue("content-type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(events.response().headers().firstValue("x-accel-buffering")).contains("no");
            events.await(SOON, message -> message.kind().equals("snapshot"));

            String job = start();
            JsonNode started =
                    events.await(SOON, m -> m.isJob("job:start", job)).data().path("job");
            assertThat(started.path("status").asText()).isEqualTo("Running");
            assertThat(started.path("username").asText()).isEqualTo(World.SMALL_ACCOUNT);
            assertThat(started.path("device").asText()).isEqualTo(place.device());
            assertThat(started.path("device_name").asText()).isNotEmpty();
            assertThat(started.path("ended_at").asLong()).isZero();

            acts.jobs().finish(job, 7001);
            Message ended = events.await(SOON, m -> m.isJob("job:end", job));
            assertThat(ended.data().at("/job/status").asText()).isEqualTo("warning");
            assertThat(ended.data().at("/job/ended_at").asLong()).isPositive();
            assertThat(ended.id()).isNotEmpty();
        }
    }

    @Test
    @Tag("fault-19")
    void aViewerThatComesBackIsToldWhatItMissed() throws Exception {
        Session session = Session.of(World.SMALL);
        String job;
        String last;
        try (EventReader events = EventReader.open(session)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            job = start();
            events.await(SOON, m -> m.isJob("job:start", job));
            last = events.lastId();
        }

        acts.jobs().finish(job, 5000);
        World.eventually(
                "the end is in the list",
                () ->
                        !session.get("/api/pulse/snapshot")
                                .body()
                                .contains("\"status\":\"Running\""));

        try (EventReader events = EventReader.open(session, last)) {
            Message first = events.await(SOON, m -> !m.kind().equals("comment"));
            assertThat(first.kind())
                    .as("no snapshot: the feed still has it")
                    .isNotEqualTo("snapshot");
            assertThat(
                            first.isJob("job:end", job)
                                    || events.await(SOON, m -> m.isJob("job:end", job)) != null)
                    .isTrue();
        }
    }

    @Test
    void aViewerIsToldOnlyOfItsOwnClient() throws Exception {
        Session other = Session.of("anil@saltmarsh.example");
        try (EventReader theirs = EventReader.open(other);
                EventReader ours = EventReader.open(Session.of(World.SMALL))) {
            theirs.await(SOON, message -> message.kind().equals("snapshot"));
            ours.await(SOON, message -> message.kind().equals("snapshot"));

            String job = start();
            ours.await(SOON, m -> m.isJob("job:start", job));
            acts.jobs().finish(job, 5000);
            ours.await(SOON, m -> m.isJob("job:end", job));
            // Something of their own, so that it is certain that the feed has passed the other job.
            Place place = World.place(DemoCustomers.OBC, "saltmarsh");
            Acts obc = World.get().comet(DemoCustomers.OBC).acts();
            String own =
                    obc.jobs().start(place.username(), place.device(), place.item(), place.vault());
            theirs.await(
                    SOON,
                    m -> {
                        assertThat(m.data().toString()).doesNotContain(World.SMALL_ACCOUNT);
                        return m.isJob("job:start", own);
                    });
            obc.jobs().finish(own, 5000);
        }
    }

    @Test
    void devicesComeAndGoLive() throws Exception {
        try (EventReader events = EventReader.open(Session.of(World.SMALL))) {
            events.await(SOON, message -> message.kind().equals("snapshot"));

            String device = acts.devices().add(World.SMALL_ACCOUNT, "QUILL-NEW");
            Message added =
                    events.await(
                            SOON,
                            m ->
                                    m.kind().equals("device:new")
                                            && m.data().at("/device/hash").asText().equals(device));
            assertThat(added.data().at("/device/name").asText()).isEqualTo("QUILL-NEW");

            acts.devices().connect(World.SMALL_ACCOUNT, device);
            acts.devices().disconnect(World.SMALL_ACCOUNT, device);
            events.await(SOON, m -> m.kind().equals("device:offline"));

            acts.devices().remove(World.SMALL_ACCOUNT, device, World.SMALL_ACCOUNT);
            events.await(SOON, m -> m.kind().equals("device:removed"));
        }
    }

    @Test
    void theSnapshotHasWhatRunsAndWhatEnded() throws Exception {
        Session session = Session.of(World.SMALL);
        World.awaitANewSecond();
        String job = start();
        World.eventually(
                "the job runs",
                () ->
                        session.get("/api/pulse/snapshot")
                                .json()
                                .path("jobsRunning")
                                .toString()
                                .contains(job));

        acts.jobs().finish(job, 7006);

        World.eventually(
                "the job ended",
                () ->
                        session.get("/api/pulse/snapshot")
                                .json()
                                .path("jobsRecent24h")
                                .toString()
                                .contains(job));
        JsonNode snapshot = session.get("/api/pulse/snapshot").json();
        assertThat(snapshot.path("status").asText()).isEqualTo("success");
        assertThat(snapshot.path("jobsRunning").toString()).doesNotContain(job);
        assertThat(snapshot.path("streams")).hasSize(1);
        assertThat(snapshot.at("/streams/0/state").asText()).isEqualTo("live");
    }

    @Test
    @Tag("fault-01")
    void aStreamThatWasCutIsOpenedAgainAndNothingIsLost() throws Exception {
        Session session = Session.of(World.SMALL);
        try (EventReader events = EventReader.open(session)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            var comet = World.get().comet(DemoCustomers.COMETBACKUP);

            comet.stream().killAll();
            String job = start();
            acts.jobs().finish(job, 7002);

            Message ended = events.await(Duration.ofMinutes(2), m -> m.isJob("job:end", job));
            assertThat(ended.data().at("/job/status").asText()).isEqualTo("error");
        }
    }

    @Test
    @Tag("fault-10")
    void aServerThatNeverAnswersDelaysNoOther() throws Exception {
        var sick = World.get().comet(DemoCustomers.OBC);
        try (EventReader events = EventReader.open(Session.of(World.SMALL))) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            sick.faults().add(Fault.always(Fault.Kind.HANG));
            sick.stream().killAll();
            World.eventually("a call waits for the sick one", () -> sick.faults().hanging() > 0);

            String job = start();
            events.await(BEFORE_THE_CALL_IS_GIVEN_UP, m -> m.isJob("job:start", job));
            acts.jobs().finish(job, 5000);
            events.await(BEFORE_THE_CALL_IS_GIVEN_UP, m -> m.isJob("job:end", job));
            assertThat(sick.faults().hanging()).as("it still waits").isPositive();
        } finally {
            sick.faults().clear();
            World.eventually("the other one is well again", () -> sick.stream().sockets() > 0);
        }
    }

    @Test
    @Tag("fault-08")
    void framesThatNobodyCanReadKeepNoOtherFromComing() throws Exception {
        var comet = World.get().comet(DemoCustomers.COMETBACKUP);
        try (EventReader events = EventReader.open(Session.of(World.SMALL))) {
            events.await(SOON, message -> message.kind().equals("snapshot"));

            POISON.forEach(comet.stream()::sendRaw);
            String job = start();

            events.await(SOON, m -> m.isJob("job:start", job));
            acts.jobs().finish(job, 5000);
            events.await(SOON, m -> m.isJob("job:end", job));
            assertThat(comet.stream().sockets()).as("the line was kept").isPositive();
        }
    }

    @Test
    @Tag("fault-05")
    void anEndThatIsToldBeforeItsStartStaysAnEnd() throws Exception {
        var comet = World.get().comet(DemoCustomers.COMETBACKUP);
        Session session = Session.of(World.SMALL);
        try (EventReader events = EventReader.open(session)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));

            comet.switches().swappedPairs = true;
            String early;
            try {
                early = start();
                acts.jobs().finish(early, 7002);
                Message end = events.await(SOON, m -> m.isJob("job:end", early));
                assertThat(end.data().at("/job/status").asText()).isEqualTo("error");
            } finally {
                comet.switches().swappedPairs = false;
            }
            String next = start();
            events.await(
                    SOON,
                    m -> {
                        assertThat(m.isJob("job:start", early)).as("it runs again").isFalse();
                        return m.isJob("job:start", next);
                    });

            assertThat(session.get("/api/pulse/snapshot").json().path("jobsRunning").toString())
                    .contains(next)
                    .doesNotContain(early);
            acts.jobs().finish(next, 5000);
            events.await(SOON, m -> m.isJob("job:end", next));
        }
    }

    @Test
    void quietStreamsAreKeptOpenWithAComment() throws Exception {
        try (EventReader events = EventReader.open(Session.of(World.EMPTY))) {
            events.await(SILENCE, message -> message.kind().equals("comment"));
        }
    }

    private String start() {
        return acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
    }
}
