package com.eazybackup.ingest;

import com.eazybackup.comet.ItemConfig;
import com.eazybackup.fleet.DeviceKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Keeps for each item of complete profiles how often its schedules promise a good backup, and since
 * when: {@code eb_item_standing}, beside what {@link GoodBackups} writes there. Comet remembers of
 * each item when it was last backed up well; that is taken, too, where it is later than what is
 * known, so that a backup that was never told of here makes no item overdue.
 *
 * <p>Cost: what is known comes with the items' own rows, so nothing is read for it; one statement
 * more with a row for each item of which something is different, one for each thousand that are
 * gone.
 *
 * <p>Limits: what a schedule promised before it was known here is not known. A good end that Comet
 * itself takes back while an old profile still tells of it is taken back when the item is counted
 * anew.
 */
final class ItemPromises {

    /** What {@link Known} reads of {@code eb_item_standing s}. */
    static final String COLUMNS = "s.device_id, s.promised_secs, s.promised_since, s.last_good_at";

    // Of a row that was another client's nothing is taken over.
    private static final String UPSERT =
            "INSERT INTO eb_item_standing (item_id, device_id, client_id, promised_secs,"
                    + " promised_since, last_good_at) VALUES (?,?,?,?,?,?)"
                    + " ON DUPLICATE KEY UPDATE last_good_at = IF(client_id = VALUES(client_id),"
                    + " GREATEST(COALESCE(last_good_at, VALUES(last_good_at)),"
                    + " COALESCE(VALUES(last_good_at), last_good_at)), VALUES(last_good_at)),"
                    + " device_id = VALUES(device_id), promised_secs = VALUES(promised_secs),"
                    + " promised_since = VALUES(promised_since), client_id = VALUES(client_id)";

    /**
     * A row. Times are Unix seconds.
     *
     * @param sameDevice whether it is on the device that the profile says
     * @param promised seconds between two good backups; null when nothing is promised
     * @param since when that was promised first; null when nobody has told of its schedules yet
     * @param lastGoodAt null for never
     */
    record Known(boolean sameDevice, Long promised, Long since, Long lastGoodAt) {

        /**
         * @param column of the first of {@link #COLUMNS}
         * @return null when there is no row
         */
        static Known read(ResultSet row, int column) throws SQLException {
            return row.getString(column) == null
                    ? null
                    : new Known(
                            true,
                            number(row, column + 1),
                            number(row, column + 2),
                            number(row, column + 3));
        }

        Known elsewhere() {
            return new Known(false, promised, since, lastGoodAt);
        }

        private static Long number(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }
    }

    private final long now;
    private final IdentityHashMap<OwnedProfile, Map<String, Long>> promises =
            new IdentityHashMap<>();
    private final Map<String, Object[]> different = new TreeMap<>();

    /**
     * @param now Unix seconds
     */
    ItemPromises(long now) {
        this.now = now;
    }

    /**
     * @param id of the item, as its row has it
     * @param known null when nothing is
     */
    void take(OwnedProfile profile, String id, ItemConfig item, Known known) {
        boolean told = profile.profile().tellsSchedules();
        Long before = known == null ? null : known.promised();
        Long promised = told ? promises.computeIfAbsent(profile, this::secondsOf).get(id) : before;
        Long since = told ? since(known, promised, item) : known == null ? null : known.since();
        if (known == null
                || !known.sameDevice()
                || !Objects.equals(promised, before)
                || !Objects.equals(since, known.since())
                || item.lastGoodAt() > Objects.requireNonNullElse(known.lastGoodAt(), 0L)) {
            different.put(
                    id,
                    new Object[] {
                        id,
                        DeviceKey.ofRaw(profile.owner().client(), item.ownerDevice()).value(),
                        profile.client(),
                        promised,
                        since,
                        Fit.time(item.lastGoodAt())
                    });
        }
    }

    private Map<String, Long> secondsOf(OwnedProfile profile) {
        Map<String, Long> seconds = new HashMap<>();
        for (Map.Entry<String, Duration> each : profile.profile().itemPromises().entrySet()) {
            seconds.put(Fit.to(Fit.GUID, each.getKey()), each.getValue().toSeconds());
        }
        return seconds;
    }

    /**
     * A schedule that is made, or made closer, today does not make yesterday's backup late. Of an
     * item that is new here it is not known when its schedule was made: it counts from the item's
     * own beginning, so that one that was never backed up is not thought to have begun just now.
     */
    private Long since(Known known, Long promised, ItemConfig item) {
        if (known == null || known.since() == null) {
            return item.createdAt() > 0 ? Math.min(item.createdAt(), now) : now;
        }
        boolean closer =
                promised != null && (known.promised() == null || promised < known.promised());
        return closer ? Long.valueOf(now) : known.since();
    }

    /**
     * @param gone items that no profile lists any more
     */
    void write(Connection connection, Collection<String> gone) throws SQLException {
        Rows rows = new Rows(UPSERT);
        different.values().forEach(rows::add);
        rows.write(connection);
        Lookup.update(
                connection, "DELETE FROM eb_item_standing WHERE item_id IN ", List.of(), gone);
    }
}
