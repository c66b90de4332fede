package com.eazybackup.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of the devices and items of some jobs: one query for each kind. */
final class JobNames {

    private final Map<String, String> devices = new HashMap<>();
    private final Map<String, String> items = new HashMap<>();

    private JobNames() {}

    static JobNames of(Connection connection, List<JobChange> changes) throws SQLException {
        JobNames names = new JobNames();
        Lookup.each(
                connection,
                "SELECT id, name FROM comet_devices WHERE id IN ",
                keys(changes, JobChange::deviceKey),
                row -> names.devices.put(row.getString(1), row.getString(2)));
        Lookup.each(
                connection,
                "SELECT id, client_id, name FROM comet_items WHERE id IN ",
                keys(changes, JobChange::itemId),
                row -> names.items.put(row.getInt(2) + "/" + row.getString(1), row.getString(3)));
        return names;
    }

    private static Set<String> keys(List<JobChange> changes, Function<JobChange, String> key) {
        return changes.stream()
                .map(key)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    void tell(List<JobChange> changes, ChangeDrafts drafts) {
        for (JobChange change : changes) {
            int client = change.owner().client().value();
            drafts.job(
                    client,
                    change.kind(),
                    change.toFleetJob(
                            name(devices, change.deviceKey()),
                            name(items, client + "/" + change.itemId())));
        }
    }

    private static String name(Map<String, String> names, String key) {
        return Objects.requireNonNullElse(names.get(key), "");
    }
}
