package com.eazybackup.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.batch.runtime.context.JobContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run on this node has done so far; handed from step to step as the job's own data, and
 * written down at its end.
 */
final class RunReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long run;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> repaired = new TreeMap<>();
    private final ArrayNode profiles = JSON.createArrayNode();
    private long processed;
    private boolean suspicious;
    private boolean ofBrokenSync;
    private String sentence = "";
    private String error = "";

    private RunReport(long run) {
        this.run = run;
    }

    static void begin(JobContext job, long run) {
        job.setTransientUserData(new RunReport(run));
    }

    /**
     * @return the report of the job that is going on; null when it never began
     */
    static RunReport of(JobContext job) {
        return (RunReport) job.getTransientUserData();
    }

    long run() {
        return run;
    }

    /** One more of something; nothing is kept of none. */
    void repaired(String kind, long rows) {
        if (rows != 0) {
            repaired.merge(kind, rows, Long::sum);
        }
    }

    void skipped(String reason, long count) {
        if (count != 0) {
            skipped.merge(reason, count, Long::sum);
        }
    }

    void processed(long more) {
        processed += more;
    }

    void sentence(String text) {
        sentence = text;
    }

    /** Why it did not come to a good end; the first reason stays. */
    void error(String text) {
        error = error.isEmpty() && text != null ? text : error;
    }

    /** What ended it, whatever else had gone wrong before. */
    void brokeOffFor(String text) {
        error = text;
    }

    void suspicious() {
        suspicious = true;
    }

    /**
     * This run does the removals of a sync that has failed or was stopped, and completes nothing.
     */
    void ofBrokenSync() {
        ofBrokenSync = true;
    }

    ObjectNode profile(String name) {
        return profiles.addObject().put("profile", name);
    }

    RunEnd end(Outcome outcome) {
        boolean good = outcome == Outcome.COMPLETED;
        ObjectNode details = JSON.createObjectNode();
        details.set("skipped", JSON.valueToTree(skipped));
        details.set("repaired", JSON.valueToTree(repaired));
        details.set("profiles", profiles);
        if (ofBrokenSync) {
            details.put(RunDetails.OF_BROKEN_SYNC, true);
        }
        return new RunEnd(
                good && suspicious ? Outcome.SUSPICIOUS : outcome,
                processed,
                sum(skipped),
                sum(repaired),
                sentence,
                good ? "" : why(outcome),
                details.toString());
    }

    private String why(Outcome outcome) {
        // The batch runtime itself can stumble, and tells that its log alone.
        return outcome == Outcome.FAILED && error.isEmpty() ? "The server's log says why." : error;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
