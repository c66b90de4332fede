package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addColumn;

import java.sql.Connection;
import java.sql.SQLException;

/** What an operator alert needs to be mailed, once in a while and when it is over. */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V10__alerts_are_mailed extends TableMigration {

    private static final String TABLE = "eb_operator_alerts";

    @Override
    void change(Connection connection) throws SQLException {
        // The node that raised it, where only that node can tell that it is over; else empty.
        addColumn(connection, TABLE, "node", "VARCHAR(64) NOT NULL DEFAULT ''");
        // When operators were last written to about it; 0 for never.
        addColumn(connection, TABLE, "mailed_ms", "BIGINT NOT NULL DEFAULT 0");
        // When they were last told that it is over.
        addColumn(connection, TABLE, "cleared_ms", "BIGINT NOT NULL DEFAULT 0");
    }
}
