package com.eazybackup.comet.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.CometServerAddress;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.testing.Until;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SupervisedStreamTest {

    private static final int LARGEST_FRAME = 200_000;

    private final Recorder recorder = new Recorder();
    private SimulatedCometServer server;
    private SupervisedStream stream;
    private Thread thread;
    private volatile String password;

    @BeforeEach
    void start() {
        server =
                SimulatedCometServer.start(
                        0,
                        FleetPlan.of(
                                        DemoCustomers.standard().accountsOf(DemoCustomers.OBC),
                                        Clock.systemUTC())
                                .build(),
                        new Switches());
        password = server.access().password();
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        recorder.room.countDown();
        thread.join();
        server.close();
    }

    private void run(Duration idle) {
        run(idle, Duration.ofMillis(100));
    }

    private void run(Duration idle, Duration pause) {
        stream =
                new SupervisedStream(
                        "obc",
                        () ->
                                new StreamTarget(
                                        new CometServerAddress(server.origin()).stream(),
                                        server.origin().toString(),
                                        CometCredentials.password("portal", password),
                                        Optional.empty()),
                        recorder,
                        // Of what no test here waits for, enough for a busy machine.
                        new StreamLimits(
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(20),
                                idle,
                                Duration.ofSeconds(60),
                                2,
                                Duration.ofMillis(300),
                                Duration.ofSeconds(5),
                                Duration.ofHours(1),
                                Duration.ofMillis(100),
                                LARGEST_FRAME,
                                pause),
                        Clock.systemUTC());
        thread = new Thread(stream, "stream-under-test");
        thread.start();
    }

    @Test
    void openedComesBeforeTheFirstFrameAndHelloIsIt() throws Exception {
        run(Duration.ofMinutes(5));
        Until.holds("hello", () -> recorder.seen.size() >= 2);
        assertThat(recorder.seen.get(0)).isEqualTo("opened");
        assertThat(recorder.seen.get(1)).contains("SEVT_META_HELLO");
        Until.holds("live", () -> recorder.states().equals(List.of("connecting", "live")));
    }

    @Test
    @Tag("fault-01")
    void anotherConnectionFollowsOneThatIsKilled() throws Exception {
        run(Duration.ofMinutes(5));
        Until.holds("live", () -> recorder.states().contains("live"));
        server.stream().killAll();
        Until.holds("opened again", () -> recorder.openings() >= 2);
        Until.passes(
                () ->
                        assertThat(recorder.states())
                                .containsExactly("connecting", "live", "down", "live"));
    }

    @Test
    void aCloseInGoodOrderIsAnEndToo() throws Exception {
        run(Duration.ofMinutes(5));
        Until.holds("live", () -> recorder.states().contains("live"));
        server.stream().closeAll(1001, "going away");
        Until.holds("opened again", () -> recorder.openings() >= 2);
        assertThat(recorder.statuses).anyMatch(status -> status.reason().contains("1001"));
    }

    @Test
    void wrongCredentialsAreLeftAloneUntilThereAreOthers() throws Exception {
        password = "wrong";
        run(Duration.ofMinutes(5));
        Until.holds("refused", () -> recorder.states().contains("refused"));
        assertThat(recorder.statuses).noneMatch(status -> status.reason().contains("wrong"));
        password = server.access().password();
        Until.holds("live", () -> recorder.states().contains("live"));
        assertThat(recorder.states()).containsExactly("connecting", "refused", "live");
        assertThat(recorder.alerts).containsExactly(StreamAlert.UNAUTHORISED);
    }

    @Test
    void aRequestTriesCredentialsAgainThatWereNotAccepted() throws Exception {
        server.switches().refuseStreams = true;
        run(Duration.ofMinutes(5));
        Until.holds("refused", () -> recorder.states().contains("refused"));
        server.switches().refuseStreams = false;
        Until.holds(
                "live",
                () -> {
                    stream.tryNow();
                    return recorder.states().contains("live");
                });
    }

    @Test
    void aRefusalThatIsNotAboutUsIsTriedAgain() throws Exception {
        server.switches().refuseStreams = true;
        server.switches().refusalText = "503 busy";
        run(Duration.ofMinutes(5));
        Until.holds("refused", () -> recorder.states().contains("refused"));
        server.switches().refuseStreams = false;
        Until.holds("live", () -> recorder.states().contains("live"));
    }

    @Test
    void aServerThatWasAwayIsFoundLongBeforeThePauseIsOver() throws Exception {
        run(Duration.ofMinutes(5), Duration.ofMinutes(1));
        Until.holds("live", () -> recorder.states().contains("live"));
        int port = server.origin().getPort();
        server.close();
        Until.holds("down", () -> recorder.states().contains("down"));
        proxyWithNobodyBehind(port);
        server = SimulatedCometServer.start(port, server.fleet(), server.switches());
        Until.holds("live again", () -> recorder.openings() == 2);
    }

    /** Stands there until somebody has asked whether the server is back. */
    private static void proxyWithNobodyBehind(int port) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer proxy =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        proxy.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(502, -1);
                    exchange.close();
                    asked.countDown();
                });
        proxy.start();
        try {
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    @Tag("fault-09")
    void aFrameThatIsTooLargeEndsTheConnectionAndSomebodyIsToldOnce() throws Exception {
        run(Duration.ofMinutes(5));
        Until.holds("live", () -> recorder.states().contains("live"));
        server.stream().sendRaw("\"" + "x".repeat(LARGEST_FRAME + 1) + "\"");
        Until.holds("opened again", () -> recorder.openings() >= 2);
        assertThat(recorder.alerts)
                .as("%s", recorder.statuses)
                .containsExactly(StreamAlert.FRAME_TOO_LARGE);
        assertThat(recorder.seen).noneMatch(frame -> frame.length() > LARGEST_FRAME);
    }

    @Test
    @Tag("fault-09")
    void aFrameManyTimesTooLargeIsNotTakenForABrokenStream() throws Exception {
        run(Duration.ofMinutes(5));
        Until.holds("live", () -> recorder.states().contains("live"));
        server.stream().sendRaw("\"" + "x".repeat(10 * LARGEST_FRAME) + "\"");
        Until.holds("opened again", () -> recorder.openings() >= 2);
        assertThat(recorder.alerts)
                .as("%s", recorder.statuses)
                .containsExactly(StreamAlert.FRAME_TOO_LARGE);
    }

    @Test
    @Tag("fault-02")
    void aConnectionThatIsDeadWithoutAWordIsLeftForAnother() throws Exception {
        run(Duration.ofMinutes(5));
        Until.holds("live", () -> recorder.states().contains("live"));
        server.stream().freeze();
        Until.holds("opened again", () -> recorder.openings() >= 2);
        assertThat(recorder.statuses)
                .anyMatch(status -> status.reason().equals("the server no longer answers"));
    }

    @Test
    void silenceIsEndedAndBegunAnew() throws Exception {
        run(Duration.ofSeconds(1));
        Until.holds("opened again", () -> recorder.openings() >= 2);
        assertThat(recorder.statuses)
                .anyMatch(status -> status.reason().equals("nothing came for 1 s"));
    }

    @Test
    void aSinkWithoutRoomIsNotTheServersSilence() throws Exception {
        Duration idle = Duration.ofSeconds(5);
        recorder.full = true;
        run(idle);
        Until.holds("it waits for room", () -> recorder.waiting);
        Until.holds(
                "it has waited for longer than a server may be silent",
                () -> recorder.liveFor().compareTo(idle.plusSeconds(1)) > 0);
        server.acts().accounts().add("while-waiting");
        assertThat(thread.isAlive()).isTrue();
        recorder.room.countDown();
        Until.holds(
                "the event after the wait",
                () -> recorder.seen.stream().anyMatch(frame -> frame.contains("while-waiting")));
        assertThat(recorder.openings()).isEqualTo(1);
    }

    private static final class Recorder implements FrameSink {

        final List<String> seen = new CopyOnWriteArrayList<>();
        final List<StreamStatus> statuses = new CopyOnWriteArrayList<>();
        final List<StreamAlert> alerts = new CopyOnWriteArrayList<>();
        final CountDownLatch room = new CountDownLatch(1);
        volatile boolean full;
        volatile boolean waiting;

        @Override
        public void opened() {
            seen.add("opened");
        }

        @Override
        public void frame(String text) throws InterruptedException {
            if (full) {
                waiting = true;
                room.await();
            }
            seen.add(text);
        }

        @Override
        public void changed(StreamStatus status) {
            statuses.add(status);
        }

        @Override
        public void alert(StreamAlert alert) {
            alerts.add(alert);
        }

        long openings() {
            return seen.stream().filter("opened"::equals).count();
        }

        /** How long the connection has counted as live; nothing while it does not. */
        Duration liveFor() {
            StreamStatus last = statuses.get(statuses.size() - 1);
            return last.state() == StreamState.LIVE
                    ? Duration.between(last.since(), Instant.now())
                    : Duration.ZERO;
        }

        List<String> states() {
            return statuses.stream().map(status -> status.state().wire()).toList();
        }
    }
}
