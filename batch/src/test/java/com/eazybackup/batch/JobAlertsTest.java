package com.eazybackup.batch;

import static com.eazybackup.operations.Finding.Verdict.CLOSE;
import static com.eazybackup.operations.Finding.Verdict.LEAVE;
import static com.eazybackup.operations.Finding.Verdict.RAISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.operations.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When operators are alerted of a job. */
class JobAlertsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"completed, CLOSE", "failed, RAISE", "stopped, LEAVE", "skipped, LEAVE"})
    void aFailedRunIsToldAndACompletedOneIsTheEndOfIt(String outcome, Finding.Verdict verdict) {
        assertThat(
                        JobAlerts.ofLast(
                                        "items-daily",
                                        true,
                                        Optional.of(run(outcome)),
                                        Optional.empty())
                                .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void theSentenceSaysWhy() {
        assertThat(
                        JobAlerts.ofLast(
                                        "items-daily",
                                        true,
                                        Optional.of(run("failed")),
                                        Optional.empty())
                                .sentence())
                .isEqualTo("The last run has failed: The list broke off.");
    }

    @Test
    void aRunThatWaitsForAWordIsTold() {
        Finding finding =
                JobAlerts.ofLast(
                        "nightly-sync",
                        true,
                        Optional.of(run("completed")),
                        Optional.of(run("suspicious")));

        assertThat(finding.verdict()).isEqualTo(RAISE);
        assertThat(finding.sentence()).isEqualTo("Said.");
    }

    @Test
    void aJobThatWasTurnedOffWantsNobody() {
        assertThat(
                        JobAlerts.ofLast(
                                        "items-daily",
                                        false,
                                        Optional.of(run("failed")),
                                        Optional.empty())
                                .verdict())
                .isEqualTo(CLOSE);
    }

    @Test
    void aJobThatNeverRanIsLeftAlone() {
        assertThat(
                        JobAlerts.ofLast("items-daily", true, Optional.empty(), Optional.empty())
                                .verdict())
                .isEqualTo(LEAVE);
    }

    @Test
    void aSyncIsLateAfterADayAndTwoHours() {
        Optional<Instant> justInTime = Optional.of(NOW.minus(Duration.ofHours(26)));
        Optional<Instant> tooLong = justInTime.map(at -> at.minusSeconds(1));

        assertThat(JobAlerts.late(sync(true), justInTime, NOW).verdict()).isEqualTo(CLOSE);
        assertThat(JobAlerts.late(sync(true), tooLong, NOW).verdict()).isEqualTo(RAISE);
        assertThat(JobAlerts.late(sync(false), tooLong, NOW).verdict()).isEqualTo(CLOSE);
        assertThat(JobAlerts.late(sync(true), Optional.empty(), NOW).verdict()).isEqualTo(LEAVE);
    }

    private static JobStanding sync(boolean enabled) {
        return new JobStanding(
                "nightly-sync",
                "daily 00:30",
                ZoneOffset.UTC,
                Optional.empty(),
                enabled,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static JobRun run(String outcome) {
        return new JobRun(
                1,
                OptionalLong.of(1),
                NOW,
                Optional.of(NOW),
                "schedule",
                false,
                "n1",
                outcome,
                1,
                0,
                0,
                "Said.",
                outcome.equals("failed") ? "The list broke off." : "",
                false,
                List.of(),
                "{}");
    }
}
