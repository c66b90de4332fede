package com.eazybackup.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.JobDetail;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSightTest {

    private static final long NOW = 1_800_000_000;

    @ParameterizedTest
    @CsvSource({
        "6001, 0, RUNNING",
        "6002, 0, RUNNING",
        "6000, 0, WAITING",
        "6003, 0, WAITING",
        "6004, 0, WAITING",
        "5000, 1800000009, ENDED",
        "7000, 1800000009, ENDED",
        "7001, 1800000009, ENDED",
        "7002, 1800000009, ENDED",
        "7003, 1800000009, ENDED",
        "7004, 1800000009, ENDED",
        "7005, 1800000009, ENDED",
        "7006, 1800000009, ENDED",
        "7007, 0, ENDED",
        "6001, 1800000009, ENDED_SOMEHOW",
        "6042, 1800000009, ENDED_SOMEHOW",
        "6042, 0, UNKNOWN_STATUS",
        "7042, 0, UNKNOWN_STATUS",
        "0, 0, NO_STATUS",
    })
    void theStatusSaysHowItStands(int status, long ended, JobSight sight) {
        assertThat(JobSight.of(job(status, 4001, "larkspur", NOW, ended))).isEqualTo(sight);
    }

    @Test
    void onlyBackupsAreJudged() {
        assertThat(JobSight.of(job(6001, 4002, "larkspur", NOW, 0))).isEqualTo(JobSight.NOT_BACKUP);
    }

    @Test
    void aJobOfNobodyOrWithoutAStartIsNone() {
        assertThat(JobSight.of(job(6001, 4001, "", NOW, 0))).isEqualTo(JobSight.MALFORMED);
        assertThat(JobSight.of(job(6001, 4001, "larkspur", 0, 0))).isEqualTo(JobSight.MALFORMED);
    }

    @Test
    @Tag("fault-17")
    void theServersClockGoesBeforeTheDevices() {
        ObjectNode running = JsonNodeFactory.instance.objectNode().put("GUID", "g");
        running.putObject("Progress").put("SentTime", NOW + 46_800).put("RecievedTime", NOW - 5);
        assertThat(JobDetail.from(running).orElseThrow().heartbeatAt()).isEqualTo(NOW - 5);
        running.putObject("Progress").put("SentTime", NOW - 7);
        assertThat(JobDetail.from(running).orElseThrow().heartbeatAt()).isEqualTo(NOW - 7);
        running.remove("Progress");
        assertThat(JobDetail.from(running).orElseThrow().heartbeatAt()).isZero();
    }

    private static JobDetail job(int status, int kind, String user, long start, long end) {
        return JobDetail.from(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("GUID", "g")
                                .put("Username", user)
                                .put("Classification", kind)
                                .put("Status", status)
                                .put("StartTime", start)
                                .put("EndTime", end))
                .orElseThrow();
    }
}
