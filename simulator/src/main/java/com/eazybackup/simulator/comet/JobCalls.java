package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Lists of jobs, unordered and unpaged, and one job at a time. */
final class JobCalls {

    private static final long RECENT_SECONDS = 7_200;

    private final Fleet fleet;
    private final Switches switches;

    JobCalls(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
    }

    void register(Calls calls) {
        calls.addLong("get-jobs-for-date-range", this::forDateRange);
        calls.addLong(
                "get-jobs-for-user",
                form ->
                        LongAnswer.list(
                                reader -> fleet.jobsOf(form.text("TargetUser")).forEach(reader)));
        calls.addLong("get-jobs-recent", form -> LongAnswer.list(this::recent));
        calls.add(
                "get-job-properties",
                form ->
                        fleet.job(form.text("JobID"))
                                .orElseThrow(
                                        () ->
                                                new CallRefused(
                                                        switches.unknownJobStatus,
                                                        "Job not found")));
    }

    private LongAnswer forDateRange(Form form) {
        long first = number(form, "Start");
        long second = number(form, "End");
        if (first == 0 && second == 0) {
            return LongAnswer.list(reader -> fleet.unfinishedJobs().forEach(reader));
        }
        long from = Math.min(first, second);
        long to = Math.max(first, second);
        return LongAnswer.list(reader -> fleet.eachJob(from, to, reader::accept));
    }

    private void recent(Consumer<JsonNode> reader) {
        long since = fleet.now() - RECENT_SECONDS;
        fleet.unfinishedJobs().forEach(reader);
        fleet.eachJob(
                since,
                Long.MAX_VALUE,
                job -> {
                    if (job.path("EndTime").asLong() >= since) {
                        reader.accept(job);
                    }
                });
    }

    private static long number(Form form, String field) {
        try {
            return Long.parseLong(form.text(field));
        } catch (NumberFormatException e) {
            throw new CallRefused(400, "Invalid value for '" + field + "'");
        }
    }
}
