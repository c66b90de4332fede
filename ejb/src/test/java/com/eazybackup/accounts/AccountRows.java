package com.eazybackup.accounts;

import com.eazybackup.fleet.FleetRows;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;

/** Writes rows of users, items and vaults as ingestion does. */
final class AccountRows {

    private final TestDatabase database;
    private final FleetRows rows;

    AccountRows(TestDatabase database) {
        this.database = database;
        rows = new FleetRows(database);
    }

    void clear() throws SQLException {
        database.run(
                "DELETE FROM comet_users",
                "DELETE FROM eb_user_settings",
                "DELETE FROM comet_devices",
                "DELETE FROM comet_items",
                "DELETE FROM comet_vaults");
    }

    FleetRows fleet() {
        return rows;
    }

    void user(int client, String name, String account, String emails, boolean reports, int quota)
            throws SQLException {
        String id = "cometbackup:" + Integer.toHexString(name.hashCode()) + ":" + name;
        rows.update(
                "INSERT INTO comet_users (id, client_id, comet_server_id, username, account_name)"
                        + " VALUES (?,?,'cometbackup',?,?)",
                id,
                client,
                name,
                account);
        rows.update(
                "INSERT INTO eb_user_settings (id, emails, email_reports, m365_quota)"
                        + " VALUES (?,?,?,?)",
                id,
                emails,
                reports,
                quota);
    }

    void item(int client, String user, String id, String engine, String statistics)
            throws SQLException {
        rows.update(
                "INSERT INTO comet_items (id, client_id, username, name, type, content)"
                        + " VALUES (?,?,?,'item',?,?)",
                id,
                client,
                user,
                engine,
                "{\"Statistics\":" + statistics + "}");
    }

    /**
     * @param limit bytes; null for no quota
     */
    void vault(int client, String user, String id, int type, long bytes, Long limit)
            throws SQLException {
        rows.update(
                "INSERT INTO comet_vaults (id, client_id, username, name, type, total_bytes,"
                        + " has_storage_limit, storage_limit_bytes, content)"
                        + " VALUES (?,?,?,?,?,?,?,?,?)",
                id,
                client,
                user,
                "vault " + id,
                type,
                bytes,
                limit != null,
                limit == null ? 0 : limit,
                "{\"StorageLimitID\":\"\",\"Statistics\":{\"ClientProvidedSize\":"
                        + "{\"MeasureCompleted\":1784100000}}}");
    }
}
