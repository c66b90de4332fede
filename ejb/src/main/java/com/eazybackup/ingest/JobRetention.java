package com.eazybackup.ingest;

import com.eazybackup.platform.Portions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Forgets jobs that ended long ago. Running ones are never forgotten. */
@ApplicationScoped
public class JobRetention {

    private DataSource database;

    JobRetention() {}

    @Inject
    public JobRetention(DataSource database) {
        this.database = database;
    }

    /**
     * With them goes what is promised to items that are known no more: a node of an older version
     * deletes the item alone, and what it was promised would make its device late for ever.
     *
     * @param stop asked now and then
     * @return rows of {@code eb_jobs_recent_24h} deleted
     */
    public int recent(Instant endedBefore, BooleanSupplier stop) throws SQLException {
        Portions.delete(
                database,
                "DELETE FROM eb_item_standing WHERE promised_secs IS NOT NULL"
                        + " AND promised_since < ? AND item_id NOT IN (SELECT id FROM comet_items)",
                stop,
                endedBefore.getEpochSecond());
        return Portions.delete(
                database,
                "DELETE FROM eb_jobs_recent_24h WHERE ended_at < ?",
                stop,
                endedBefore.getEpochSecond());
    }

    /**
     * With the jobs goes what is kept of items that have gone: a backup that was told of after its
     * item was deleted has left it ({@link GoodBackups}).
     *
     * @param stop asked now and then
     * @return rows of {@code comet_jobs} deleted
     */
    public int history(Instant endedBefore, BooleanSupplier stop) throws SQLException {
        Portions.delete(
                database,
                "DELETE FROM eb_item_standing WHERE promised_secs IS NULL AND last_good_at < ?"
                        + " AND item_id NOT IN (SELECT id FROM comet_items)",
                stop,
                endedBefore.getEpochSecond());
        return Portions.delete(
                database,
                "DELETE FROM comet_jobs WHERE ended_at < FROM_UNIXTIME(?)",
                stop,
                endedBefore.getEpochSecond());
    }
}
