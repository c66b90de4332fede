package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lists of jobs, unordered and unpaged, and one job at a time. */
final class JobCalls {

    private static final long RECENT_SECONDS = 7_200;

    private final Fleet fleet;
    private final Switches switches;
    private final Accounts accounts;

    JobCalls(Fleet fleet, Switches switches, Accounts accounts) {
        this.accounts = accounts;
        this.fleet = fleet;
        this.switches = switches;
    }

    void register(Calls calls) {
        calls.addLong("get-jobs-for-date-range", this::forDateRange);
        calls.addLong(
                "get-jobs-for-user",
                form -> seen(reader -> fleet.jobsOf(form.text("TargetUser")).forEach(reader)));
        calls.addLong("get-jobs-recent", form -> seen(this::recent));
        calls.addLong(
                "get-jobs-all",
                form -> seen(reader -> fleet.eachJob(0, Long.MAX_VALUE, reader::accept)));
        calls.addLong("get-jobs-for-custom-search", form -> seen(found(form)));
        calls.add("count-jobs-for-custom-search", this::count);
        calls.add("get-job-properties", this::job);
        calls.add("get-job-log-entries", this::logEntries);
        calls.addRaw("get-job-log", form -> RawAnswer.text(log(form).text()));
        calls.add("job/cancel", this::cancel);
        calls.add("job/abandon", this::abandon);
    }

    private LongAnswer seen(LongAnswer.Elements jobs) {
        return LongAnswer.list(
                reader ->
                        jobs.tell(
                                job -> {
                                    if (accounts.isSeenOwner(job)) {
                                        reader.accept(job);
                                    }
                                }));
    }

    private ObjectNode job(Form form) {
        return fleet.job(form.text("JobID"))
                .filter(accounts::isSeenOwner)
                .orElseThrow(() -> new CallRefused(switches.unknownJobStatus, "Job not found"));
    }

    private LongAnswer.Elements found(Form form) {
        Predicate<JsonNode> wanted = JobSearch.parse(form.text("Query"));
        return reader ->
                fleet.eachJob(
                        0,
                        Long.MAX_VALUE,
                        job -> {
                            if (wanted.test(job)) {
                                reader.accept(job);
                            }
                        });
    }

    private ObjectNode count(Form form) {
        LongAdder count = new LongAdder();
        seen(found(form)).members().tell((none, job) -> count.increment());
        return JsonNodeFactory.instance.objectNode().put("Count", count.sum());
    }

    private JobLog log(Form form) {
        ObjectNode job = job(form);
        long age = fleet.now() - job.path("StartTime").asLong();
        if (age > JobLog.KEPT_SECONDS && switches.oldLogs == Switches.OldLogs.REFUSED) {
            throw new CallRefused(404, "The log of this job was deleted");
        }
        boolean empty = age > JobLog.KEPT_SECONDS && switches.oldLogs == Switches.OldLogs.EMPTY;
        return empty ? JobLog.EMPTY : JobLog.of(job);
    }

    private ArrayNode logEntries(Form form) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        log(form)
                .atLeast(form.text("MinSeverity"))
                .containing(form.text("MessageContains"))
                .forEach(entry -> entries.add(entry.json()));
        return entries;
    }

    private ObjectNode cancel(Form form) {
        ObjectNode job = ownJob(form);
        if (job.path("CancellationID").asText().isEmpty()) {
            throw new CallRefused(400, "This job can not be cancelled");
        }
        boolean reached =
                fleet.connectionsOf(job.path("Username").asText()).values().stream()
                        .anyMatch(live -> live.path("DeviceID").equals(job.path("DeviceID")));
        if (!reached) {
            throw new CallRefused(
                    switches.cancelUnreachableStatus,
                    "The job could not be cancelled: the device is unavailable");
        }
        if (!switches.cancelIgnored) {
            fleet.acts().jobs().cancelByAdmin(job.path("GUID").asText());
        }
        return Calls.ok();
    }

    private ObjectNode abandon(Form form) {
        ObjectNode job = ownJob(form);
        if (job.path("EndTime").asLong() != 0) {
            throw new CallRefused(400, "This job is not running");
        }
        if (!switches.abandonIgnored) {
            fleet.acts().jobs().abandon(job.path("GUID").asText());
        }
        return Calls.ok();
    }

    /** A job of another account than TargetUser is none. */
    private ObjectNode ownJob(Form form) {
        ObjectNode job = job(form);
        if (!job.path("Username").asText().equals(form.text("TargetUser"))) {
            throw new CallRefused(switches.unknownJobStatus, "Job not found");
        }
        return job;
    }

    private LongAnswer forDateRange(Form form) {
        long first = number(form, "Start");
        long second = number(form, "End");
        if (first == 0 && second == 0) {
            return seen(reader -> fleet.unfinishedJobs().forEach(reader));
        }
        long from = Math.min(first, second);
        long to = Math.max(first, second);
        return seen(reader -> fleet.eachJob(from, to, reader::accept));
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
