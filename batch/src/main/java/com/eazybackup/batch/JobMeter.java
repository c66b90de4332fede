package com.eazybackup.batch;

import com.eazybackup.operations.MeterKind;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is measured of each batch job, over all nodes, with the tag {@code job}; some seconds old.
 *
 * <p>{@code docs/metrics.md} is held against this list.
 */
enum JobMeter {
    SUCCESS_AGE(
            MeterKind.SECONDS,
            "success.age",
            "How long ago the job last came to a good end; where none of its last 14 runs did, how"
                    + " long ago the oldest of them began.",
            (jobs, job, now) ->
                    jobs.withoutSuccessSince(job)
                            .map(since -> Duration.between(since, now).toMillis() / JobMeter.MS)
                            .orElse(Double.NaN)),
    DURATION(
            MeterKind.SECONDS,
            "duration",
            "How long its last run took.",
            (jobs, job, now) -> {
                OptionalLong took = jobs.lastTook(job);
                return took.isPresent() ? took.getAsLong() / JobMeter.MS : Double.NaN;
            }),
    FAILURES(
            MeterKind.GAUGE,
            "failures",
            "Runs that have failed in a row, 14 at most; one that was stopped breaks no row.",
            (jobs, job, now) -> jobs.known() ? jobs.failuresInRow(job) : Double.NaN),
    RUNNING(
            MeterKind.GAUGE,
            "running",
            "1 while it runs, on whatever node, else 0.",
            (jobs, job, now) -> jobs.known() ? (jobs.runs(job) ? 1 : 0) : Double.NaN);

    /** Reads the number. */
    private interface Reading {
        double of(JobStandings jobs, PortalJob job, Instant now);
    }

    private static final String PREFIX = "eazybackup.job.";
    private static final double MS = 1000.0;

    private final MeterKind kind;
    private final String tail;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // the readings above hold nothing
    private final Reading reading;

    JobMeter(MeterKind kind, String tail, String meaning, Reading reading) {
        this.kind = kind;
        this.tail = tail;
        this.meaning = meaning;
        this.reading = reading;
    }

    MeterKind kind() {
        return kind;
    }

    String meterName() {
        return PREFIX + tail;
    }

    String meaning() {
        return meaning;
    }

    /**
     * @return NaN when there is nothing to tell yet
     */
    double of(JobStandings jobs, PortalJob job, Instant now) {
        return reading.of(jobs, job, now);
    }
}
