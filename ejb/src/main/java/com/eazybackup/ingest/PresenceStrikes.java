package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * {@code eb_device_strikes}: devices that are shown online and were missing in the last list. In
 * the database, so that neither a restart nor another node begins to count anew.
 */
final class PresenceStrikes {

    /**
     * @param count how often it was missing, in a row
     * @param lastMs when that was last counted
     */
    record Strike(int count, long lastMs) {}

    private static final String MISSED =
            "INSERT INTO eb_device_strikes (profile, device_key, strikes, last_ms)"
                    + " VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE strikes = VALUES(strikes),"
                    + " last_ms = VALUES(last_ms)";

    private static final String FORGET =
            "DELETE FROM eb_device_strikes WHERE profile = ? AND device_key IN ";

    private final ProfileName profile;
    private final DataSource database;

    PresenceStrikes(ProfileName profile, DataSource database) {
        this.profile = profile;
        this.database = database;
    }

    /**
     * @return by the device's key
     */
    Map<String, Strike> read(Connection connection) throws SQLException {
        Map<String, Strike> strikes = new HashMap<>();
        Lookup.each(
                connection,
                "SELECT device_key, strikes, last_ms FROM eb_device_strikes WHERE profile IN ",
                List.of(profile.value()),
                row -> strikes.put(row.getString(1), new Strike(row.getInt(2), row.getLong(3))));
        return strikes;
    }

    /**
     * @param missed as each stands now
     * @param over those that are not missing any more, or offline
     */
    void write(Map<String, Strike> missed, Collection<String> over) throws SQLException {
        if (missed.isEmpty() && over.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Rows rows = new Rows(MISSED);
            missed.forEach(
                    (key, strike) ->
                            rows.add(profile.value(), key, strike.count(), strike.lastMs()));
            rows.write(connection);
            forget(connection, profile, over);
        }
    }

    /** These were heard of. */
    static void forget(Connection connection, ProfileName profile, Collection<String> keys)
            throws SQLException {
        Lookup.update(connection, FORGET, List.of(profile.value()), keys);
    }
}
