package com.eazybackup.ingest;

import java.util.Comparator;

/**
 * How and when a backup ended. Ordered as the device list orders them: by the end, then the start,
 * then the id. Times are Unix seconds.
 */
record BackupEnd(String jobId, int status, long startedAt, long endedAt)
        implements Comparable<BackupEnd> {

    private static final Comparator<BackupEnd> ORDER =
            Comparator.comparingLong(BackupEnd::endedAt)
                    .thenComparingLong(BackupEnd::startedAt)
                    .thenComparing(BackupEnd::jobId);

    @Override
    public int compareTo(BackupEnd other) {
        return ORDER.compare(this, other);
    }
}
