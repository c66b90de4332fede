package com.eazybackup.ingest;

import static java.util.stream.Collectors.joining;

import com.eazybackup.comet.JobStatus;
import com.eazybackup.ingest.JobOrder.Known;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When the protected items of a batch's backups last ended well: {@code last_good_at} of {@code
 * eb_item_standing}, in the transaction of the jobs. A good end raises it and never lowers it, so
 * that one told twice, late or out of order ends in the same row, and nothing is read for it.
 *
 * <p>Cost: none for a batch without a good end; else one statement with a row for each item that
 * had one, whatever their number (as far as {@link Rows} makes one of them). One more, for each
 * thousand items, when a good end was taken back: it looks at all recorded backups of these items.
 *
 * <p>Limits: a backup that names no item is in no row. The row of another client's item is left
 * alone, whatever a backup says: it becomes this client's when a profile tells so ({@link
 * ItemPromises}). A backup that is told of after its item has gone leaves a row that promises
 * nothing and that nobody shows; {@link JobRetention} forgets it with the job.
 */
final class GoodBackups {

    private static final String RAISE =
            "INSERT INTO eb_item_standing (item_id, device_id, client_id, last_good_at)"
                    + " VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE last_good_at ="
                    + " IF(client_id = VALUES(client_id),"
                    + " GREATEST(COALESCE(last_good_at, 0), VALUES(last_good_at)), last_good_at)";

    private static final String COUNT_ANEW =
            "UPDATE eb_item_standing i SET i.last_good_at ="
                    + " (SELECT UNIX_TIMESTAMP(MAX(j.ended_at)) FROM comet_jobs j"
                    + " WHERE j.comet_item_id = i.item_id AND j.client_id = i.client_id"
                    + " AND j.type = "
                    + StandingWriter.BACKUP
                    + " AND j.status IN ("
                    + good()
                    + ")) WHERE i.item_id IN ";

    private final Map<String, Object[]> raised = new TreeMap<>();
    private final Set<String> takenBack = new TreeSet<>();

    private static String good() {
        return Arrays.stream(JobStatus.values())
                .filter(status -> BackupHistory.good(status.code()))
                .map(JobStatus::wire)
                .collect(joining(","));
    }

    /**
     * @param item empty when the backup names none
     * @param before what was known of the backup; null when nothing was
     */
    void ended(String item, String device, ClientId client, BackupEnd end, Known before) {
        if (item.isEmpty()) {
            return;
        }
        boolean good = BackupHistory.good(end.status());
        if (wasGood(before) && !(good && end.endedAt() >= before.endedAt())) {
            takenBack.add(item);
        } else if (good) {
            raised.merge(
                    item,
                    new Object[] {item, device, client.value(), end.endedAt()},
                    (a, b) -> (long) a[3] >= (long) b[3] ? a : b);
        }
    }

    /**
     * @param before what was known of its end
     */
    void runsAgain(String item, Known before) {
        if (!item.isEmpty() && wasGood(before)) {
            takenBack.add(item);
        }
    }

    private static boolean wasGood(Known before) {
        return before != null && before.ended() && BackupHistory.good(before.status());
    }

    /** Call it when the jobs themselves have been written. */
    void write(Connection connection) throws SQLException {
        Rows rows = new Rows(RAISE);
        raised.values().forEach(rows::add);
        rows.write(connection);
        Lookup.update(connection, COUNT_ANEW, List.of(), takenBack);
    }
}
