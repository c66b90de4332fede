package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Predicate;

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
        calls.add("get-jobs-for-date-range", this::forDateRange);
        calls.add(
                "get-jobs-for-user",
                form -> list(job -> job.path("Username").asText().equals(form.text("TargetUser"))));
        calls.add(
                "get-jobs-recent",
                form -> {
                    long since = fleet.now() - RECENT_SECONDS;
                    return list(job -> unfinished(job) || end(job) >= since);
                });
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

    private JsonNode forDateRange(Form form) {
        long first = number(form, "Start");
        long second = number(form, "End");
        if (first == 0 && second == 0) {
            return list(JobCalls::unfinished);
        }
        long from = Math.min(first, second);
        long to = Math.max(first, second);
        return list(job -> within(start(job), from, to) || within(end(job), from, to));
    }

    private ArrayNode list(Predicate<JsonNode> wanted) {
        ArrayNode jobs = JsonNodeFactory.instance.arrayNode();
        fleet.jobs(wanted).forEach(jobs::add);
        return jobs;
    }

    private static boolean unfinished(JsonNode job) {
        return end(job) == 0;
    }

    private static long start(JsonNode job) {
        return job.path("StartTime").asLong();
    }

    private static long end(JsonNode job) {
        return job.path("EndTime").asLong();
    }

    private static boolean within(long time, long from, long to) {
        return time != 0 && time >= from && time <= to;
    }

    private static long number(Form form, String field) {
        try {
            return Long.parseLong(form.text(field));
        } catch (NumberFormatException e) {
            throw new CallRefused(400, "Invalid value for '" + field + "'");
        }
    }
}
