package com.eazybackup.ingest;

import com.eazybackup.comet.stream.StreamAlert;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What one Comet Server's intake has done since the start. */
final class IntakeCounts {

    private final LongAdder written = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder unowned = new LongAdder();
    private final LongAdder leftOut = new LongAdder();
    private final Map<StreamAlert, Long> alerts = new ConcurrentHashMap<>();

    void written(int news, int drafts) {
        written.add(news);
        changes.add(drafts);
    }

    void unreadable() {
        unreadable.increment();
    }

    void unowned() {
        unowned.increment();
    }

    void leftOut() {
        leftOut.increment();
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

    @Override
    public String toString() {
        return "news="
                + written
                + " changes="
                + changes
                + " unreadable="
                + unreadable
                + " unowned="
                + unowned
                + " leftOut="
                + leftOut;
    }
}
