package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.JobOrder.Known;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what the ended backups of a batch come to for their devices: {@code eb_device_standing},
 * and for their items what {@link GoodBackups} says, in the transaction of the jobs themselves.
 * Told twice, late or out of order the same backups end in the same row: what does not come after
 * all that is known is counted anew from {@code comet_jobs}.
 *
 * <p>Cost: none for a batch that tells of no ended backup; one statement when it tells of known
 * ends alone; else two, one that reads the rows of its devices and one that writes them. Two more
 * when a backup that came out badly is late: one reads what such devices have recorded since their
 * last good one. Two more when one was changed or runs again: one reads all that is recorded. For
 * each thousand devices. What {@link GoodBackups} costs comes on top.
 *
 * <p>Limits: a backup that names no device is in no row. What was counted stays when its jobs are
 * forgotten, until it is counted anew.
 */
final class StandingWriter {

    private static final String KNOWN =
            "SELECT device_id, job_id, status, started_at, ended_at, last_good_at, failing_since,"
                    + " failures FROM eb_device_standing WHERE ended_at IS NOT NULL"
                    + " AND device_id IN ";

    private static final String RECORDED =
            "SELECT comet_device_id, id, status, UNIX_TIMESTAMP(started_at),"
                    + " UNIX_TIMESTAMP(ended_at) FROM comet_jobs WHERE type = "
                    + StandingWriter.BACKUP
                    + " AND ended_at >= FROM_UNIXTIME(?) AND comet_device_id IN ";

    private static final String INSERT =
            "INSERT INTO eb_device_standing (device_id, client_id, username, server_id, job_id,"
                    + " status, started_at, last_good_at, failing_since, failures, ended_at)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE ";

    private static final List<String> COLUMNS =
            List.of(
                    "client_id",
                    "username",
                    "server_id",
                    "job_id",
                    "status",
                    "started_at",
                    "last_good_at",
                    "failing_since",
                    "failures",
                    "ended_at");

    /** The rows were read before; the guard is for a second writer. The end is set last. */
    private static final String GO_ON =
            INSERT
                    + set(
                            "%1$s = IF(COALESCE(VALUES(ended_at) >= ended_at, 1), VALUES(%1$s), %1$s)");

    private static final String COUNT_ANEW = INSERT + set("%1$s = VALUES(%1$s)");

    static final int BACKUP = 4001;

    private final ProfileName profile;
    private final Map<String, CometUser> owners = new TreeMap<>();
    private final Map<String, List<BackupEnd>> ends = new HashMap<>();
    private final Set<String> revised = new HashSet<>();
    private final Map<String, Long> repeated = new HashMap<>();
    private final GoodBackups items = new GoodBackups();

    StandingWriter(ProfileName profile) {
        this.profile = profile;
    }

    private static String set(String assignment) {
        return String.join(", ", COLUMNS.stream().map(assignment::formatted).toList());
    }

    /**
     * @param item empty when the backup names none
     * @param before what was known of the backup; null when nothing was
     */
    void ended(String device, String item, CometUser owner, BackupEnd end, Known before) {
        owners.put(device, owner);
        ends.computeIfAbsent(device, key -> new ArrayList<>()).add(end);
        if (before != null && before.ended()) {
            revised.add(device);
        }
        items.ended(item, device, owner.client(), end, before);
    }

    /**
     * An end that was known already. Its device is counted anew when its row does not know it: it
     * was recorded by a version that kept no such rows.
     */
    void repeated(String device, CometUser owner, long endedAt) {
        owners.putIfAbsent(device, owner);
        repeated.merge(device, endedAt, Math::max);
    }

    /**
     * Its end was taken back: it runs again.
     *
     * @param before what was known of its end
     */
    void runsAgain(String device, String item, CometUser owner, Known before) {
        owners.put(device, owner);
        revised.add(device);
        items.runsAgain(item, before);
    }

    /** Call it when the jobs themselves have been written. */
    void write(Connection connection) throws SQLException {
        if (owners.isEmpty()) {
            return;
        }
        Map<String, BackupHistory> known = new HashMap<>();
        Lookup.each(
                connection,
                KNOWN,
                owners.keySet(),
                row -> known.put(row.getString(1), history(row)));
        Rows goOn = new Rows(GO_ON);
        Map<String, BackupHistory> late = new TreeMap<>();
        Map<String, BackupHistory> anew = new TreeMap<>();
        owners.forEach(
                (device, owner) -> {
                    BackupHistory before = known.getOrDefault(device, BackupHistory.EMPTY);
                    List<BackupEnd> more = ends.getOrDefault(device, List.of());
                    if (revised.contains(device)
                            || !before.reaches(repeated.getOrDefault(device, 0L))) {
                        anew.put(device, BackupHistory.EMPTY);
                    } else if (!before.takes(more)) {
                        late.put(device, before.upToTheLastGoodOne());
                    } else if (!more.isEmpty()) {
                        goOn.add(row(device, owner, before.with(more)));
                    }
                });
        goOn.write(connection);
        count(connection, anew);
        count(connection, late);
        items.write(connection);
    }

    /**
     * @param from what the recorded ends are added to, by device
     */
    private void count(Connection connection, Map<String, BackupHistory> from) throws SQLException {
        long since =
                from.values().stream()
                        .mapToLong(history -> Objects.requireNonNullElse(history.lastGoodAt(), 0L))
                        .min()
                        .orElse(0);
        Map<String, List<BackupEnd>> recorded = new HashMap<>();
        Lookup.each(
                connection,
                RECORDED,
                List.of(Math.max(1, since)),
                from.keySet(),
                row ->
                        recorded.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(
                                        new BackupEnd(
                                                row.getString(2),
                                                row.getInt(3),
                                                row.getLong(4),
                                                row.getLong(5))));
        Rows rows = new Rows(COUNT_ANEW);
        for (String device : from.keySet()) {
            List<BackupEnd> found = recorded.getOrDefault(device, List.of());
            if (found.isEmpty() && !revised.contains(device)) {
                // A former owner's: told again, they are still recorded under that one's device.
                continue;
            }
            rows.add(row(device, owners.get(device), from.get(device).with(found)));
        }
        rows.write(connection);
    }

    private static BackupHistory history(ResultSet row) throws SQLException {
        return new BackupHistory(
                new BackupEnd(row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                row.getObject(6, Long.class),
                row.getObject(7, Long.class),
                row.getInt(8));
    }

    private Object[] row(String device, CometUser owner, BackupHistory history) {
        BackupEnd latest = history.latest();
        return new Object[] {
            device,
            owner.client().value(),
            Fit.to(Fit.NAME, owner.username()),
            latest == null ? "" : profile.value(),
            latest == null ? null : latest.jobId(),
            latest == null ? null : latest.status(),
            latest == null ? null : latest.startedAt(),
            history.lastGoodAt(),
            history.failingSince(),
            history.failures(),
            latest == null ? null : latest.endedAt()
        };
    }
}
