package com.eazybackup.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one catch-up has found so far. */
final class CatchUpReport {

    private final CatchUpRun.Cause cause;
    private final Instant began;
    private final Optional<Duration> gap;
    private final RowTally rows = new RowTally();
    private int users;
    private int connections;
    private int jobs;
    private int running;

    /**
     * @param lastEvent when the newest event happened that was ever written
     */
    CatchUpReport(CatchUpRun.Cause cause, Instant began, Optional<Instant> lastEvent) {
        this.cause = cause;
        this.began = began;
        this.gap = lastEvent.map(seen -> Duration.between(seen, began));
    }

    /**
     * @return where the writer counts
     */
    RowTally rows() {
        return rows;
    }

    void users(int found) {
        users = found;
    }

    void connections(int found) {
        connections = found;
    }

    void jobs(int found) {
        jobs = found;
    }

    void running(int found) {
        running = found;
    }

    CatchUpRun complete(Instant ended) {
        return ended(ended, "");
    }

    CatchUpRun failed(Instant ended, String reason) {
        return ended(ended, reason.isEmpty() ? "failed" : reason);
    }

    private CatchUpRun ended(Instant ended, String error) {
        return new CatchUpRun(
                cause,
                began,
                ended,
                gap,
                users,
                connections,
                jobs,
                running,
                rows.all(),
                rows.toString(),
                error);
    }
}
