package com.eazybackup.ingest;

import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.JobOrder.Known;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tables know of the jobs of one batch: two queries. */
final class KnownJobs {

    /** A running job as {@code eb_jobs_live} has it. Times are Unix seconds. */
    record Live(long startedAt, long bytesDone, long lastUpdate) {}

    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Long> started = new HashMap<>();
    private final Map<String, Live> live = new HashMap<>();

    private KnownJobs() {}

    static KnownJobs read(Connection connection, ProfileName profile, List<JobId> jobs)
            throws SQLException {
        KnownJobs all = new KnownJobs();
        Lookup.each(
                connection,
                JobTables.KNOWN,
                jobs.stream().map(KnownJobs::key).toList(),
                row -> {
                    all.known.put(
                            row.getString(1),
                            new Known(row.getInt(2), row.getLong(4), row.getLong(5)));
                    all.started.put(row.getString(1), row.getLong(3));
                });
        Lookup.each(
                connection,
                JobTables.KNOWN_LIVE,
                List.of(profile.value()),
                jobs.stream().map(JobId::value).toList(),
                row ->
                        all.live.put(
                                row.getString(1),
                                new Live(row.getLong(2), row.getLong(3), row.getLong(4))));
        return all;
    }

    private static String key(JobId job) {
        return Fit.to(Fit.GUID, job.value());
    }

    /**
     * @return null when the job is new
     */
    Known of(JobId job) {
        return known.get(key(job));
    }

    /**
     * @return null when it is not among the running ones
     */
    Live live(JobId job) {
        return live.get(job.value());
    }

    /**
     * @return 0 when it is not known
     */
    long startedAt(JobId job) {
        return started.getOrDefault(key(job), 0L);
    }
}
