package com.eazybackup.ingest;

import com.eazybackup.comet.VaultConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Makes {@code comet_vaults} equal to what complete profiles say of their users. A vault that no
 * profile lists any more is marked, not deleted: what it held is still billed and shown in history.
 * Keys of storage are never written.
 */
final class VaultWriter {

    private static final String SELECT =
            "SELECT id, client_id, username, name, type, bucket_server, bucket_name,"
                    + " has_storage_limit, storage_limit_bytes, COALESCE(total_bytes, 0), content,"
                    + " COALESCE(UNIX_TIMESTAMP(last_success_at), 0)"
                    + " FROM comet_vaults WHERE is_active = 1 AND username IN ";

    private static final String UPSERT =
            "INSERT INTO comet_vaults (id, client_id, username, content, name, type, total_bytes,"
                    + " bucket_server, bucket_name, bucket_key, has_storage_limit,"
                    + " storage_limit_bytes, is_active, created_at, updated_at, removed_at)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,'',?,?,1,FROM_UNIXTIME(?),FROM_UNIXTIME(?),NULL)"
                    + " ON DUPLICATE KEY UPDATE client_id = VALUES(client_id),"
                    + " username = VALUES(username), content = VALUES(content),"
                    + " name = VALUES(name), type = VALUES(type),"
                    // 0 is "not measured", also for a vault that was.
                    + " total_bytes = IF(VALUES(total_bytes) > 0, VALUES(total_bytes), total_bytes),"
                    + " bucket_server = VALUES(bucket_server), bucket_name = VALUES(bucket_name),"
                    + " bucket_key = '', has_storage_limit = VALUES(has_storage_limit),"
                    + " storage_limit_bytes = VALUES(storage_limit_bytes), is_active = 1,"
                    + " updated_at = VALUES(updated_at), removed_at = NULL";

    private static final String REMOVED =
            "UPDATE comet_vaults SET is_active = 0,"
                    + " removed_at = COALESCE(removed_at, FROM_UNIXTIME(?)),"
                    + " updated_at = FROM_UNIXTIME(?) WHERE is_active = 1 AND id IN ";

    /** The row of a vault that is not marked, as far as it can change. */
    private record Stored(List<Object> fields, long bytes, String content, long filledAt) {

        /** A job has measured it since. */
        boolean knowsBetter(VaultConfig vault) {
            return vault.measuredAt() > 0 && vault.measuredAt() < filledAt;
        }
    }

    private final long now;

    /**
     * @param now Unix seconds
     */
    VaultWriter(long now) {
        this.now = now;
    }

    /**
     * @return how many rows were not so before
     */
    int write(Connection connection, List<OwnedProfile> profiles) throws SQLException {
        Rows rows = new Rows(UPSERT);
        Set<String> gone =
                Inventory.read(connection, SELECT, profiles, VaultWriter::stored)
                        .compare(
                                profiles,
                                profile -> profile.profile().vaults(),
                                (profile, id, config, known) -> {
                                    if (changed(known, config)) {
                                        rows.add(row(profile, id, config, known));
                                    }
                                });
        rows.write(connection);
        Lookup.update(connection, REMOVED, List.of(now, now), gone);
        return rows.size() + gone.size();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        List<Object> fields =
                List.of(
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getLong(9));
        return new Stored(fields, row.getLong(10), row.getString(11), row.getLong(12));
    }

    private static boolean changed(Stored known, VaultConfig vault) {
        return known == null
                || !known.fields().equals(fields(vault))
                || (vault.bytes() > 0
                        && vault.bytes() != known.bytes()
                        && !known.knowsBetter(vault))
                || !Fit.same(known.content(), vault.content());
    }

    private static List<Object> fields(VaultConfig vault) {
        return List.of(
                Fit.to(Fit.NAME, vault.name()),
                Fit.small(vault.type()),
                Fit.to(Fit.NAME, vault.server()),
                Fit.to(Fit.NAME, vault.bucket()),
                vault.limited(),
                vault.limitBytes());
    }

    private Object[] row(OwnedProfile profile, String id, VaultConfig vault, Stored known) {
        return new Object[] {
            id,
            profile.client(),
            profile.username(),
            Fit.json(vault.content()),
            Fit.to(Fit.NAME, vault.name()),
            Fit.small(vault.type()),
            known != null && known.knowsBetter(vault) ? 0 : vault.bytes(),
            Fit.to(Fit.NAME, vault.server()),
            Fit.to(Fit.NAME, vault.bucket()),
            vault.limited(),
            vault.limitBytes(),
            vault.createdAt() > 0 ? vault.createdAt() : now,
            now
        };
    }
}
