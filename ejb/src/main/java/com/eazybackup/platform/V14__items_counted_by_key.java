package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addIndex;

import java.sql.Connection;
import java.sql.SQLException;

/** A key by which a client's protected items are counted without reading their rows. */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V14__items_counted_by_key extends TableMigration {

    @Override
    void change(Connection connection) throws SQLException {
        addIndex(connection, "comet_items", "eb_items_counted", "KEY", "client_id, type, username");
    }
}
