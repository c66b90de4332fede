package com.eazybackup.ingest;

import com.eazybackup.comet.ItemConfig;
import com.eazybackup.fleet.DeviceKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes {@code comet_items} equal to what complete profiles say of their users. An item that no
 * profile lists any more is deleted, the last one too.
 */
final class ItemWriter {

    private static final String SELECT =
            "SELECT id, client_id, username, name, type, owner_device, total_bytes, total_files,"
                    + " total_directories, content FROM comet_items WHERE username IN ";

    private static final String UPSERT =
            "INSERT INTO comet_items (id, client_id, username, content, owner_device,"
                    + " comet_device_id, name, type, total_bytes, total_files, total_directories,"
                    + " created_at, updated_at)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,FROM_UNIXTIME(?),FROM_UNIXTIME(?))"
                    + " ON DUPLICATE KEY UPDATE client_id = VALUES(client_id),"
                    + " username = VALUES(username), content = VALUES(content),"
                    + " owner_device = VALUES(owner_device),"
                    + " comet_device_id = VALUES(comet_device_id), name = VALUES(name),"
                    + " type = VALUES(type), total_bytes = VALUES(total_bytes),"
                    + " total_files = VALUES(total_files),"
                    + " total_directories = VALUES(total_directories),"
                    + " updated_at = VALUES(updated_at)";

    private static final int OWNER_DEVICE = 128;

    /** A row as far as it can change. */
    private record Stored(List<Object> fields, String content) {}

    private final long now;

    /**
     * @param now Unix seconds
     */
    ItemWriter(long now) {
        this.now = now;
    }

    /**
     * @return how many rows were not so before
     */
    int write(Connection connection, List<OwnedProfile> profiles) throws SQLException {
        Rows rows = new Rows(UPSERT);
        Set<String> gone =
                Inventory.read(connection, SELECT, profiles, ItemWriter::stored)
                        .compare(
                                profiles,
                                profile -> profile.profile().items(),
                                (profile, id, config, known) -> {
                                    if (changed(known, config)) {
                                        rows.add(row(profile, id, config));
                                    }
                                });
        rows.write(connection);
        Lookup.update(connection, "DELETE FROM comet_items WHERE id IN ", List.of(), gone);
        return rows.size() + gone.size();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        List<Object> fields = new ArrayList<>();
        for (int column = 4; column <= 6; column++) {
            fields.add(row.getString(column));
        }
        for (int column = 7; column <= 9; column++) {
            fields.add(row.getLong(column));
        }
        return new Stored(fields, row.getString(10));
    }

    private static boolean changed(Stored known, ItemConfig item) {
        return known == null
                || !known.fields().equals(fields(item))
                || !Fit.same(known.content(), item.content());
    }

    private static List<Object> fields(ItemConfig item) {
        return List.of(
                Fit.to(Fit.NAME, item.name()),
                Fit.to(Fit.NAME, item.engine()),
                Fit.to(OWNER_DEVICE, item.ownerDevice()),
                item.bytes(),
                item.files(),
                item.directories());
    }

    private Object[] row(OwnedProfile profile, String id, ItemConfig item) {
        return new Object[] {
            id,
            profile.client(),
            profile.username(),
            Fit.json(item.content()),
            Fit.to(OWNER_DEVICE, item.ownerDevice()),
            DeviceKey.ofRaw(profile.owner().client(), item.ownerDevice()).value(),
            Fit.to(Fit.NAME, item.name()),
            Fit.to(Fit.NAME, item.engine()),
            item.bytes(),
            item.files(),
            item.directories(),
            item.createdAt() > 0 ? item.createdAt() : now,
            now
        };
    }
}
