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
 * Makes {@code comet_items} equal to what complete profiles say of their users, and with it what
 * {@link ItemPromises} keeps. An item that no profile lists any more is deleted, the last one too.
 */
final class ItemWriter {

    private static final String SELECT =
            "SELECT i.id, i.client_id, i.username, i.name, i.type, i.owner_device, i.total_bytes,"
                    + " i.total_files, i.total_directories, i.content, "
                    + ItemPromises.COLUMNS
                    + " FROM comet_items i LEFT JOIN eb_item_standing s ON s.item_id = i.id"
                    + " WHERE i.username IN ";

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

    private static final int DEVICE_FIELD = 2;
    private static final int FIRST_OF_PROMISE = 11;

    /**
     * A row as far as it can change.
     *
     * @param promise null when there is no row of it
     */
    private record Stored(List<Object> fields, String content, ItemPromises.Known promise) {

        boolean on(String device) {
            return Fit.to(OWNER_DEVICE, device).equals(fields.get(DEVICE_FIELD));
        }
    }

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
        ItemPromises promises = new ItemPromises(now);
        Set<String> gone =
                Inventory.read(connection, SELECT, profiles, ItemWriter::stored)
                        .compare(
                                profiles,
                                profile -> profile.profile().items(),
                                (profile, id, config, known) -> {
                                    if (changed(known, config)) {
                                        rows.add(row(profile, id, config));
                                    }
                                    promises.take(profile, id, config, standing(known, config));
                                });
        rows.write(connection);
        Lookup.update(connection, "DELETE FROM comet_items WHERE id IN ", List.of(), gone);
        promises.write(connection, gone);
        return rows.size() + gone.size();
    }

    private static ItemPromises.Known standing(Stored known, ItemConfig item) {
        if (known == null || known.promise() == null) {
            return null;
        }
        return known.on(item.ownerDevice()) ? known.promise() : known.promise().elsewhere();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        List<Object> fields = new ArrayList<>();
        for (int column = 4; column <= 6; column++) {
            fields.add(row.getString(column));
        }
        for (int column = 7; column <= 9; column++) {
            fields.add(row.getLong(column));
        }
        return new Stored(
                fields, row.getString(10), ItemPromises.Known.read(row, FIRST_OF_PROMISE));
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
