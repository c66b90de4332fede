package com.eazybackup.ingest;

import com.eazybackup.comet.stream.StreamAlert;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What one Comet Server's intake has done since the start. */
final class IntakeCounts {

    private final LongAdder frames = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder unowned = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Map<StreamAlert, Long> alerts = new ConcurrentHashMap<>();

    /** A frame has come. */
    void frame() {
        frames.increment();
    }

    void written(int news, int drafts) {
        written.add(news);
        batches.increment();
        changes.add(drafts);
    }

    /** News of jobs that said nothing new: told twice, or late. */
    void repeated(int news) {
        repeated.add(news);
    }

    /** A frame that could not be understood. */
    void unreadable() {
        unreadable.increment();
    }

    /** A frame with a code that we do not know. */
    void unknown() {
        unknown.increment();
    }

    /** News of a user that belongs to no client. */
    void unowned() {
        unowned.increment();
    }

    /** News that the database will never take. */
    void refused() {
        refused.increment();
    }

    /** The database could not take a batch now. */
    void retried() {
        retries.increment();
    }

    void alerted(StreamAlert alert) {
        alerts.merge(alert, 1L, Long::sum);
    }

    /**
     * @return how often each has been given
     */
    Map<StreamAlert, Long> alerts() {
        return Map.copyOf(alerts);
    }

    long news() {
        return written.sum();
    }

    long feedLines() {
        return changes.sum();
    }

    long unreadableFrames() {
        return unreadable.sum();
    }

    long repeatedNews() {
        return repeated.sum();
    }

    long refusedNews() {
        return refused.sum();
    }

    IntakeStatus.Counts shown() {
        return new IntakeStatus.Counts(
                frames.sum(),
                written.sum(),
                batches.sum(),
                changes.sum(),
                repeated.sum(),
                unreadable.sum(),
                unknown.sum(),
                refused.sum(),
                unowned.sum(),
                retries.sum());
    }

    @Override
    public String toString() {
        return shown().toString();
    }
}
