package com.eazybackup.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockworkTest {

    private static final Instant START = Instant.parse("2026-11-22T21:17:00Z");

    @Test
    void inFiveMinutesJobsStartEndAndDevicesComeAndGo() {
        List<String> story = live(Duration.ofMinutes(5));
        assertThat(count(story, "JOB_NEW")).isBetween(60L, 110L);
        assertThat(count(story, "JOB_COMPLETED")).isBetween(40L, 110L);
        assertThat(count(story, "DEVICE_LIVE_DISCONNECT")).isPositive();
        assertThat(count(story, "DEVICE_LIVE_CONNECT")).isPositive();
        assertThat(count(story, "DEVICE_NEW")).isPositive();
    }

    @Test
    void theSameSeedAndClockLiveTheSameNight() {
        assertThat(live(Duration.ofMinutes(2))).isEqualTo(live(Duration.ofMinutes(2)));
    }

    @Test
    void runningJobsReportProgress() {
        MovableClock clock = new MovableClock(START);
        Fleet fleet = fleet(clock);
        run(new Clockwork(fleet), clock, Duration.ofSeconds(20));
        assertThat(fleet.jobs(job -> job.path("EndTime").asLong() == 0))
                .anySatisfy(
                        job ->
                                assertThat(job.path("Progress").path("BytesDone").asLong())
                                        .isPositive());
    }

    @Test
    void itTicksByItselfOnceStarted() throws InterruptedException {
        Fleet fleet = fleet(Clock.systemUTC());
        CountDownLatch started = new CountDownLatch(2);
        fleet.listen(
                event -> {
                    if (event.kind() == EventKind.JOB_NEW) {
                        started.countDown();
                    }
                });
        try (Clockwork clockwork = new Clockwork(fleet)) {
            clockwork.start(20);
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> live(Duration how) {
        MovableClock clock = new MovableClock(START);
        Fleet fleet = fleet(clock);
        List<String> story = new ArrayList<>();
        fleet.listen(event -> story.add(event.kind() + " " + event.resourceId()));
        run(new Clockwork(fleet), clock, how);
        return story;
    }

    private static void run(Clockwork clockwork, MovableClock clock, Duration how) {
        try (clockwork) {
            for (long i = 0; i < how.toMillis() / 250; i++) {
                clock.forward(Duration.ofMillis(250));
                clockwork.tick();
            }
        }
    }

    private static Fleet fleet(Clock clock) {
        return FleetPlan.of(DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP), clock)
                .build();
    }

    private static long count(List<String> story, String kind) {
        return story.stream().filter(line -> line.startsWith(kind + " ")).count();
    }
}
