package com.eazybackup.fleet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of a client that ended in the last 24 hours, by device, as bare numbers to count. A
 * device that has not been written yet hides none of its jobs; a revoked one hides all.
 */
final class DayJobs {

    // A job that is in both tables has come to life again, or its end is being written: it runs.
    private static final String ENDED =
            "SELECT t.device, t.status, t.ended_at FROM eb_jobs_recent_24h t"
                    + " LEFT JOIN comet_jobs j ON j.id = t.job_id AND j.client_id = t.client_id"
                    + " LEFT JOIN eb_jobs_live l"
                    + " ON l.server_id = t.server_id AND l.job_id = t.job_id"
                    + " LEFT JOIN comet_devices d"
                    + " ON d.hash = t.device AND d.client_id = t.client_id"
                    + " WHERE t.client_id = ? AND d.revoked_at IS NULL AND l.job_id IS NULL"
                    + JobBucket.NOT_SKIPPED
                    + " AND t.ended_at >= ? AND ";

    // A job is its end times the room for the place of its bucket in here, plus that place.
    private static final List<JobBucket> BUCKETS = List.of(JobBucket.values());
    private static final int ROOM = 8;

    private record Ended(String device, Optional<JobBucket> bucket, long at) {

        static Ended read(ResultSet row) throws SQLException {
            return new Ended(row.getString(1), JobBucket.of(row.getString(2)), row.getLong(3));
        }
    }

    private final ClientScope scope;
    private final Map<String, long[]> byDevice = new HashMap<>();

    DayJobs(ClientScope scope) {
        this.scope = scope;
    }

    void readAll(Connection connection, Instant now) throws SQLException {
        List<Ended> all = from(now).list(connection, Ended::read);
        byDevice.clear();
        all.forEach(this::add);
    }

    /**
     * @param devices raw DeviceIDs whose jobs are others now
     */
    void readAgain(Connection connection, Collection<String> devices, Instant now)
            throws SQLException {
        if (devices.isEmpty()) {
            return;
        }
        List<Ended> some =
                from(now).add(" AND t.device IN ").in(devices).list(connection, Ended::read);
        byDevice.keySet().removeAll(devices);
        some.forEach(this::add);
    }

    private SqlQuery from(Instant now) {
        return new SqlQuery()
                .add(ENDED, scope.client().value(), dayBegan(now))
                .exactlyOneOf("t.username", scope.usernames());
    }

    private void add(Ended job) {
        job.bucket()
                .ifPresent(
                        bucket ->
                                byDevice.merge(
                                        job.device(),
                                        new long[] {job.at() * ROOM + BUCKETS.indexOf(bucket)},
                                        DayJobs::joined));
    }

    private static long[] joined(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /**
     * @return an entry for each bucket of ended jobs that has any
     */
    Map<JobBucket, Long> counted(Instant now) {
        long from = dayBegan(now);
        Map<JobBucket, Long> counts = new EnumMap<>(JobBucket.class);
        for (long[] jobs : byDevice.values()) {
            for (long job : jobs) {
                if (job / ROOM >= from) {
                    counts.merge(BUCKETS.get((int) (job % ROOM)), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private static long dayBegan(Instant now) {
        return now.minus(LatestBackup.WINDOW).getEpochSecond();
    }
}
