package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTablesTest {

    @ParameterizedTest
    @CsvSource({
        "5000, SUCCESS, success, false",
        "6000, RUNNING, error, true",
        "6001, RUNNING, error, true",
        "6002, RUNNING, error, true",
        "6003, RUNNING, error, true",
        "6004, RUNNING, error, true",
        "7000, TIMEOUT, error, false",
        "7001, WARNING, warning, false",
        "7002, ERROR, error, false",
        "7003, ERROR, error, false",
        "7004, MISSED, missed, false",
        "7005, CANCELLED, error, false",
        "7006, SKIPPED, error, false",
        "7007, ERROR, error, false",
        // New numbers are data; Comet keeps 6xxx for what runs.
        "6042, UNKNOWN, error, true",
        "7042, UNKNOWN, error, false",
        "5001, UNKNOWN, error, false",
        "0, UNKNOWN, error, false"
    })
    void eachStatusIsShownAndStoredInOneWay(
            int code, JobState state, String stored, boolean running) {
        assertThat(JobStatus.of(code).state()).isEqualTo(state);
        assertThat(JobStatus.of(code).stored()).isEqualTo(stored);
        assertThat(JobStatus.running(code)).isEqualTo(running);
    }

    @ParameterizedTest
    @CsvSource({
        "4001, '', JOB_OTHER",
        "4200, '', JOB_NEW",
        "4201, SEVT_WHATEVER, JOB_COMPLETED",
        "0, SEVT_JOB_NEW, JOB_NEW",
        "0, SEVT_JOB_CANCELLED, JOB_COMPLETED",
        "0, SEVT_JOB_FINISH, JOB_COMPLETED",
        "0, SEVT_DEVICE_RENAMED, ACCOUNT_UPDATED",
        "4703, '', DEVICE_DISCONNECTED",
        "4804, '', SHARED_QUOTA_REMOVED",
        "4899, SEVT_MOON_FULL, JOB_OTHER",
        "0, '', JOB_OTHER"
    })
    void theNumberDecidesAndTheNameHelpsOut(int code, String name, String expected) {
        EventType type =
                expected.equals("JOB_OTHER") ? EventType.OTHER : EventType.valueOf(expected);
        assertThat(EventType.of(code, name)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "4000, 4000",
        "4100, 4107",
        "4150, 4157",
        "4200, 4201",
        "4300, 4301",
        "4400, 4403",
        "4500, 4502",
        "4600, 4602",
        "4700, 4705",
        "4800, 4805"
    })
    void everyEventUpToComet2598IsKnownByItsNumber(int from, int to) {
        assertThat(IntStream.rangeClosed(from, to).mapToObj(code -> EventType.of(code, "")))
                .doesNotContain(EventType.OTHER);
    }

    @Test
    void codesThatPortalsForgetAreKnown() {
        assertThat(IntStream.rangeClosed(1000, 1011).mapToObj(VaultType::of))
                .doesNotContain(VaultType.UNKNOWN);
        assertThat(VaultType.of(1)).isEqualTo(VaultType.FAILED);
        assertThat(VaultType.of(1100)).isEqualTo(VaultType.LATEST);
        assertThat(IntStream.rangeClosed(900, 911).mapToObj(RetentionRangeType::of))
                .doesNotContain(RetentionRangeType.UNKNOWN);
        assertThat(IntStream.rangeClosed(8010, 8016).mapToObj(ScheduleFrequency::of))
                .doesNotContain(ScheduleFrequency.UNKNOWN);
        assertThat(IntStream.rangeClosed(-1, 14).mapToObj(RestoreType::of))
                .doesNotContain(RestoreType.UNKNOWN);
        assertThat(RestoreType.of(9)).isEqualTo(RestoreType.IMAGE_ARCHIVE);
        assertThat(RestoreType.of(8)).isEqualTo(RestoreType.IMAGE_SIMULATE);
    }

    @Test
    void anEmptyTextIsACodeInSomeTablesAndUnknownInOthers() {
        assertThat(ClauseType.of("")).isEqualTo(ClauseType.RULE);
        assertThat(EmailDelivery.of("")).isEqualTo(EmailDelivery.INHERIT);
        assertThat(Engine.of("")).isEqualTo(Engine.UNKNOWN);
    }

    @Test
    void newerVaultTypesAreKnown() {
        assertThat(VaultType.of(1009)).isEqualTo(VaultType.STORJ);
        assertThat(VaultType.of(1010)).isEqualTo(VaultType.WEBDAV);
        assertThat(VaultType.of(1011)).isEqualTo(VaultType.SMB);
        assertThat(VaultType.of(1999)).isEqualTo(VaultType.UNKNOWN);
    }

    @Test
    void anUnknownClassificationIsUnknown() {
        assertThat(JobClassification.of(4001)).isEqualTo(JobClassification.BACKUP);
        assertThat(JobClassification.of(4700)).isEqualTo(JobClassification.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "1767240000, 1767240000",
        "1767240000123, 1767240000",
        "1718964, 1718964000",
        "0, 0",
        "-5, 0",
        "12345, 0",
        "999999999, 0",
        // Later than a TIMESTAMP column can say.
        "4102444800, 0"
    })
    void timesAreSecondsWhateverTheUnitTheyCameIn(long value, long seconds) {
        assertThat(CometTime.seconds(value)).isEqualTo(seconds);
    }
}
