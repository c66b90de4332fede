package com.eazybackup.ingest;

import com.eazybackup.comet.stream.StreamState;
import com.eazybackup.comet.stream.StreamStatus;
import com.eazybackup.ingest.IntakeStatus.End;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How often one stream was live, and how the last connections and attempts ended. */
final class StreamHistory {

    private static final int REMEMBERED = 20;

    private final Deque<End> ends = new ArrayDeque<>();
    private StreamStatus now;
    private long connected;

    synchronized void changed(StreamStatus status) {
        boolean wasLive = now != null && now.state() == StreamState.LIVE;
        if (status.state() == StreamState.LIVE && !wasLive) {
            connected++;
        }
        if (!status.reason().isEmpty()) {
            ends.addFirst(new End(status.since(), status.reason()));
            if (ends.size() > REMEMBERED) {
                ends.removeLast();
            }
        }
        now = status;
    }

    /**
     * @return null before the first attempt
     */
    synchronized StreamStatus now() {
        return now;
    }

    synchronized long connected() {
        return connected;
    }

    /**
     * @return the newest first
     */
    synchronized List<End> ends() {
        return List.copyOf(ends);
    }
}
