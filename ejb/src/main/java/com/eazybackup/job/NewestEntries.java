package com.eazybackup.job;

import com.eazybackup.comet.CometTime;
import com.eazybackup.comet.Secrets;
import com.eazybackup.comet.job.LogEntry;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the newest entries of a log, however long it is and in whatever order it comes. */
final class NewestEntries {

    private static final int LONGEST = 4_000;

    /** One of the same second is as new as its place in the log. */
    private record Placed(long place, JobLog.Entry entry) {}

    private final PriorityQueue<Placed> kept =
            new PriorityQueue<>(
                    Comparator.comparingLong((Placed one) -> one.entry().time())
                            .thenComparingLong(Placed::place));
    private final int most;
    private long seen;

    NewestEntries(int most) {
        this.most = most;
    }

    void add(LogEntry entry) {
        long time = CometTime.seconds(entry.time());
        kept.add(
                new Placed(
                        seen++,
                        new JobLog.Entry(time, entry.severity(), message(entry.message()))));
        if (kept.size() > most) {
            kept.poll();
        }
    }

    private static String message(String message) {
        String clean = Secrets.withoutIn(message);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    List<JobLog.Entry> inOrder() {
        return kept.stream().sorted(kept.comparator()).map(Placed::entry).toList();
    }

    long leftOut() {
        return seen - kept.size();
    }
}
