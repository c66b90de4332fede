package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addColumn;
import static com.eazybackup.platform.TableChange.addIndex;

import java.sql.Connection;
import java.sql.SQLException;

/** What is snoozed together is one wish, of somebody. The steps may be repeated. */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V13__wishes_of_snoozes extends TableMigration {

    private static final String TABLE = "eb_incident_ack";

    @Override
    void change(Connection connection) throws SQLException {
        // The wish that holds; empty for one that is older than this column.
        addColumn(connection, TABLE, "wish_id", "VARCHAR(36) NOT NULL DEFAULT ''");
        addColumn(connection, TABLE, "wished_by", "VARCHAR(255) NOT NULL DEFAULT ''");
        // Unix seconds; 0 when nobody knows.
        addColumn(connection, TABLE, "wished_ts", "BIGINT NOT NULL DEFAULT 0");
        addIndex(connection, TABLE, "idx_incident_ack_wish", "KEY", "client_id, wish_id");
    }
}
