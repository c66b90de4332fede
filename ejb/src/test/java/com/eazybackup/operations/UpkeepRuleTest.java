package com.eazybackup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.monitor.HeartbeatRun;
import com.eazybackup.monitor.MonitorBoard.HeartbeatStanding;
import com.eazybackup.monitor.MonitorBoard.MonitorStanding;
import com.eazybackup.monitor.MonitorFigures;
import com.eazybackup.monitor.MonitorRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When operators are alerted of what runs by the clock. */
class UpkeepRuleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, 30, CLOSE",
        "FAILED, 60, LEAVE",
        "REFUSED, 420, LEAVE",
        "FAILED, 421, RAISE",
        "SKIPPED, 421, RAISE",
        "COMPLETE, 421, RAISE"
    })
    void aHeartbeatMayFailForAWhile(
            HeartbeatRun.Outcome outcome, long secondsSinceGood, Finding.Verdict verdict) {
        HeartbeatRun last =
                new HeartbeatRun(
                        "obc",
                        NOW,
                        Duration.ZERO,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        outcome,
                        "no answer.",
                        0);
        HeartbeatStanding standing =
                new HeartbeatStanding(last, Duration.ofMinutes(1), Optional.empty());

        assertThat(
                        UpkeepRule.heartbeat(standing, NOW.minusSeconds(secondsSinceGood), NOW)
                                .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        // mode, failures, seconds since success, seconds watched
        "ENFORCE, 0, 60, 9999, CLOSE",
        "ENFORCE, 2, 60, 9999, LEAVE",
        "ENFORCE, 3, 60, 9999, RAISE",
        "ENFORCE, 0, 1800, 9999, CLOSE",
        "ENFORCE, 0, 1801, 9999, RAISE",
        "ENFORCE, 0, 9999, 100, CLOSE",
        "AUDIT, 1, 1801, 9999, RAISE",
        "OFF, 5, 99999, 99999, CLOSE"
    })
    void aMonitorThatFailsAgainAndAgainOrIsSilentIsTold(
            MonitorRun.Mode mode,
            int failures,
            long sinceSuccess,
            long watched,
            Finding.Verdict verdict) {
        MonitorRun last =
                new MonitorRun(
                        1,
                        "obc",
                        MonitorRun.Mode.ENFORCE,
                        MonitorRun.Cause.SCHEDULE,
                        false,
                        NOW,
                        Optional.of(NOW),
                        MonitorRun.Outcome.COMPLETE,
                        "",
                        new MonitorFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25),
                        List.of());
        MonitorStanding standing =
                new MonitorStanding(
                        last,
                        mode,
                        Duration.ofMinutes(5),
                        failures,
                        Optional.of(NOW.minusSeconds(sinceSuccess)),
                        Optional.empty());

        assertThat(UpkeepRule.monitor(standing, NOW.minusSeconds(watched), NOW).verdict())
                .isEqualTo(verdict);
    }
}
