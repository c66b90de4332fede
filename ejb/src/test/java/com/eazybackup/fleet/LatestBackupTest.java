package com.eazybackup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.JobState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestBackupTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final long HOUR = 3600;

    @Test
    void aJobThatStillRunsLosesToOneThatEndedAfterItBegan() {
        DeviceJob running = live("long", ago(10 * HOUR));
        DeviceJob ended = ended("short", ago(2 * HOUR), ago(HOUR), 5000);

        assertThat(LatestBackup.of(List.of(running, ended), NOW)).contains(ended);
    }

    @Test
    void aJobThatBeganAfterTheLastEndWins() {
        DeviceJob running = live("now", ago(60));
        DeviceJob ended = ended("before", ago(2 * HOUR), ago(HOUR), 7002);

        assertThat(LatestBackup.of(List.of(running, ended), NOW)).contains(running);
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void ofTwoThatEndInTheSameSecondTheLaterStartIsTaken() {
        DeviceJob early = ended("a", ago(3 * HOUR), ago(HOUR), 7002);
        DeviceJob late = ended("b", ago(2 * HOUR), ago(HOUR), 5000);

        assertThat(LatestBackup.of(List.of(late, early), NOW)).contains(late);
    }

    @Test
    void onlyTheLastTwentyFourHoursCountToTheSecond() {
        DeviceJob atTheEdge = ended("edge", ago(25 * HOUR), ago(24 * HOUR), 5000);
        DeviceJob outside = ended("outside", ago(26 * HOUR), ago(24 * HOUR + 1), 5000);
        DeviceJob longRunning = live("since two days", ago(48 * HOUR));

        assertThat(LatestBackup.of(List.of(outside, longRunning), NOW)).isEmpty();
        assertThat(LatestBackup.of(List.of(outside, atTheEdge), NOW)).contains(atTheEdge);
    }

    @Test
    void aRestoreIsNotABackup() {
        DeviceJob restore =
                new DeviceJob("d", "s", "r", 4002, 5000, "", ago(60), ago(30), 0, 0, false, false);

        assertThat(LatestBackup.of(List.of(restore), NOW)).isEmpty();
    }

    @Test
    void aDeviceWhoseClockIsAheadIsNotLost() {
        DeviceJob ahead = ended("ahead", ago(60), ago(-600), 5000);

        assertThat(LatestBackup.of(List.of(ahead), NOW)).contains(ahead);
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }

    private static DeviceJob live(String id, long start) {
        return new DeviceJob("d", "s", id, 4001, 6001, "", start, 0, 0, 0, true, false);
    }

    private static DeviceJob ended(String id, long start, long end, int status) {
        return new DeviceJob("d", "s", id, 4001, status, "", start, end, 0, 0, false, false);
    }
}
