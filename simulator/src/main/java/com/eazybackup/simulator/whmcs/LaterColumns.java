package com.eazybackup.simulator.whmcs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Columns that a demo's tables of an earlier day lack. */
final class LaterColumns {

    private record Column(String table, String name, String type) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("tblclients", "address1", "TEXT"),
                    new Column("tblclients", "address2", "TEXT"),
                    new Column("tblclients", "city", "TEXT"),
                    new Column("tblclients", "state", "TEXT"),
                    new Column("tblclients", "postcode", "TEXT"),
                    new Column("tblclients", "country", "VARCHAR(2)"),
                    new Column("tblclients", "phonenumber", "TEXT"),
                    new Column("tblclients", "notes", "TEXT"),
                    new Column("tblusers", "password", "VARCHAR(255) NULL"),
                    new Column("tblusers", "second_factor", "VARCHAR(255) NOT NULL DEFAULT ''"),
                    new Column("tblhosting", "suspendreason", "TEXT"),
                    new Column("tblorders", "paymentmethod", "TEXT"),
                    new Column("tblorders", "promocode", "TEXT"),
                    new Column("tblorders", "invoiceid", "INT NOT NULL DEFAULT 0"),
                    new Column("tbltickets", "did", "INT NOT NULL DEFAULT 0"),
                    new Column("tbltickets", "c", "VARCHAR(64) NOT NULL DEFAULT ''"),
                    new Column("tbltickets", "message", "TEXT"),
                    new Column("tbltickets", "urgency", "VARCHAR(16) NOT NULL DEFAULT 'Medium'"),
                    new Column("tbltickets", "service", "VARCHAR(100) NOT NULL DEFAULT ''"),
                    new Column("tblpaymethods", "description", "VARCHAR(255) NOT NULL DEFAULT ''"),
                    new Column("tblpaymethods", "last_four", "VARCHAR(4) NOT NULL DEFAULT ''"));

    private final Connection connection;

    LaterColumns(Connection connection) {
        this.connection = connection;
    }

    void add() throws SQLException {
        for (Column column : COLUMNS) {
            if (!has(column)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "ALTER TABLE %s ADD COLUMN %s %s"
                                    .formatted(column.table(), column.name(), column.type()));
                }
            }
        }
    }

    private boolean has(Column column) throws SQLException {
        try (ResultSet found =
                connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), null, column.table(), column.name())) {
            return found.next();
        }
    }
}
