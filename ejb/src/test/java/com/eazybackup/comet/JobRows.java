package com.eazybackup.comet;

import static com.eazybackup.comet.CallsWorld.NOW;
import static com.eazybackup.comet.CallsWorld.USER;
import static com.eazybackup.comet.CallsWorld.json;
import static com.eazybackup.comet.CallsWorld.none;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.comet.job.LogEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs. */
final class JobRows {

    private JobRows() {}

    private static JobCalls jobs(CallsWorld world) {
        return world.calls(JobCalls.class);
    }

    private static JsonNode ofUser() throws Exception {
        return json(
                """
                {"ClauseType":"","RuleField":"BackupJobDetail.Username","RuleOperator":"str_eq",
                 "RuleValue":"%s"}
                """
                        .formatted(USER));
    }

    static void addTo(CallRows rows) {
        Class<?> calls = JobCalls.class;
        rows.add(calls, "between", w -> some(jobs(w).between(NOW.minus(Duration.ofDays(2)), NOW)));
        rows.add(calls, "ofUser", w -> some(jobs(w).ofUser(USER)));
        rows.add(
                calls,
                "recent",
                w -> {
                    w.runningJob();
                    some(jobs(w).recent());
                });
        rows.add(calls, "all", w -> some(jobs(w).all()));
        rows.add(calls, "search", w -> some(jobs(w).search(ofUser())));
        rows.add(calls, "count", w -> assertThat(jobs(w).count(ofUser()).count()).isPositive());
        rows.add(
                calls,
                "job",
                w -> {
                    JobId id = w.runningJob();
                    assertThat(jobs(w).job(id).id()).isEqualTo(id);
                });
        rows.add(
                calls,
                "logEntries",
                w ->
                        assertThat(
                                        read(
                                                jobs(w).logEntries(
                                                                w.runningJob(),
                                                                Optional.of("I"),
                                                                none())))
                                .isNotEmpty()
                                .allMatch(entry -> entry.time() > 0)
                                .allMatch(entry -> !entry.message().isEmpty())
                                .allMatch(
                                        entry ->
                                                LogSeverity.of(entry.severity())
                                                        != LogSeverity.UNKNOWN));
        rows.add(
                calls,
                "log",
                w -> {
                    try (RawAnswer log = jobs(w).log(w.runningJob())) {
                        assertThat(log.body().readAllBytes()).isNotEmpty();
                    }
                });
        rows.add(
                calls,
                "cancel",
                w -> {
                    JobId id = w.runningJob();
                    jobs(w).cancel(USER, id);
                });
        rows.add(
                calls,
                "abandon",
                w -> {
                    JobId id = w.runningJob();
                    jobs(w).abandon(USER, id);
                    assertThat(jobs(w).job(id).status()).isEqualTo(JobStatus.ABANDONED.code());
                });
    }

    private static void some(CometList<JobDetail> list) throws CometException {
        try (list) {
            assertThat(list.next())
                    .hasValueSatisfying(job -> assertThat(job.status()).isPositive());
        }
    }

    private static List<LogEntry> read(CometList<LogEntry> log) throws CometException {
        List<LogEntry> all = new ArrayList<>();
        try (log) {
            for (Optional<LogEntry> next = log.next(); next.isPresent(); next = log.next()) {
                all.add(next.get());
            }
        }
        return all;
    }
}
