package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

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
        "4804, SEVT_SQUOTA_REMOVED, JOB_OTHER",
        "0, '', JOB_OTHER"
    })
    void theNumberDecidesAndTheNameHelpsOut(int code, String name, String expected) {
        EventType type =
                expected.equals("JOB_OTHER") ? EventType.OTHER : EventType.valueOf(expected);
        assertThat(EventType.of(code, name)).isEqualTo(type);
    }

    @Test
    void newerVaultTypesHaveNames() {
        assertThat(VaultType.of(1009).label()).isEqualTo("Storj");
        assertThat(VaultType.of(1010).label()).isEqualTo("WebDAV");
        assertThat(VaultType.of(1011)).isEqualTo(VaultType.SMB);
        assertThat(VaultType.of(1999)).isEqualTo(VaultType.UNKNOWN);
    }

    @Test
    void anUnknownEngineIsShownAsItIs() {
        assertThat(Engine.labelOf("engine1/windisk")).isEqualTo("Disk Image");
        assertThat(Engine.labelOf("engine2/moon")).isEqualTo("engine2/moon");
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
