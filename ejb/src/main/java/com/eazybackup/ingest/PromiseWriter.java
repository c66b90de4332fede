package com.eazybackup.ingest;

import com.eazybackup.fleet.DeviceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes how often the schedules of complete profiles promise to back up their devices, beside what
 * their backups come to. Two statements at most for each thousand devices of a batch, one when
 * nothing is different.
 */
final class PromiseWriter {

    private static final String KNOWN =
            "SELECT device_id, promised_secs FROM eb_device_standing"
                    + " WHERE promised_secs IS NOT NULL AND device_id IN ";

    private static final String UPSERT =
            "INSERT INTO eb_device_standing (device_id, client_id, username, promised_secs)"
                    + " VALUES (?,?,?,?)"
                    + " ON DUPLICATE KEY UPDATE promised_secs = VALUES(promised_secs)";

    private final Map<String, Object[]> promised = new TreeMap<>();

    PromiseWriter(List<OwnedProfile> profiles) {
        profiles.stream().filter(profile -> profile.profile().tellsSchedules()).forEach(this::add);
    }

    private void add(OwnedProfile profile) {
        Map<String, Duration> promises = profile.profile().promises();
        for (String device : profile.devices().keySet()) {
            Duration gap = promises.get(device);
            String key = DeviceKey.ofRaw(profile.owner().client(), device).value();
            promised.put(
                    key,
                    new Object[] {
                        key,
                        profile.client(),
                        profile.username(),
                        gap == null ? null : Long.valueOf(gap.toSeconds())
                    });
        }
    }

    void write(Connection connection) throws SQLException {
        Map<String, Long> known = new HashMap<>();
        Lookup.each(
                connection,
                KNOWN,
                promised.keySet(),
                row -> known.put(row.getString(1), row.getLong(2)));
        Rows rows = new Rows(UPSERT);
        promised.forEach(
                (key, row) -> {
                    Long before = known.get(key);
                    if (row[3] == null ? before != null : !row[3].equals(before)) {
                        rows.add(row);
                    }
                });
        rows.write(connection);
    }
}
