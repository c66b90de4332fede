package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobStatusTest {

    @Test
    void alreadyRunningIsStoredAsErrorAndShownAsSkipped() {
        assertThat(JobStatus.of(7006).stored()).isEqualTo("error");
        assertThat(JobStatus.of(7006).state()).isEqualTo(JobState.SKIPPED);
    }

    @Test
    void timeoutAndCancelledKeepTheirOwnFacesThoughStoredAsError() {
        assertThat(JobStatus.of(7000).state()).isEqualTo(JobState.TIMEOUT);
        assertThat(JobStatus.of(7005).state()).isEqualTo(JobState.CANCELLED);
        assertThat(JobStatus.of(7000).stored()).isEqualTo("error");
        assertThat(JobStatus.of(7005).stored()).isEqualTo("error");
    }

    @Test
    void allOfSixThousandIsRunningEvenRevived() {
        assertThat(IntStream.rangeClosed(6000, 6004).mapToObj(JobStatus::of))
                .allMatch(JobStatus::running);
    }

    @Test
    void anUnknownCodeIsDataAndStoredAsError() {
        assertThat(JobStatus.of(6042).state()).isEqualTo(JobState.UNKNOWN);
        assertThat(JobStatus.of(6042).stored()).isEqualTo("error");
        assertThat(JobStatus.of(6042).running()).isFalse();
    }

    @Test
    void onTheListRunningIsWorseThanSkippedAndAmongADaysJobsItIsTheOtherWayRound() {
        assertThat(JobState.RUNNING.severity()).isLessThan(JobState.SKIPPED.severity());
        assertThat(JobState.worstOfDayFirst().compare(JobState.SKIPPED, JobState.RUNNING))
                .isNegative();
    }

    @Test
    void severityIsTheOrderThatTheIssuesStripShows() {
        assertThat(Arrays.stream(JobState.values()).map(JobState::wire))
                .containsExactly(
                        "error",
                        "timeout",
                        "missed",
                        "warning",
                        "interrupted",
                        "cancelled",
                        "running",
                        "skipped",
                        "success",
                        "unknown");
        assertThat(Arrays.stream(JobState.values()).mapToInt(JobState::severity)).isSorted();
    }

    @Test
    void aWireNameThatIsNotOursIsUnknown() {
        assertThat(JobState.ofWire("missed")).isEqualTo(JobState.MISSED);
        assertThat(JobState.ofWire("exploded")).isEqualTo(JobState.UNKNOWN);
    }
}
