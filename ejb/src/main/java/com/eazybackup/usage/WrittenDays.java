package com.eazybackup.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Which days have figures already: what was written of a day that is over cannot be told again. */
@ApplicationScoped
public class WrittenDays {

    /** What is written of a day. */
    public enum Figure {
        DEVICES("SELECT 1 FROM eb_devices_daily WHERE d = ? LIMIT 1"),
        DEVICES_OF_CLIENTS("SELECT 1 FROM eb_devices_client_daily WHERE d = ? LIMIT 1"),
        ITEMS("SELECT 1 FROM eb_items_daily WHERE d = ? LIMIT 1"),
        STORAGE("SELECT 1 FROM eb_storage_daily WHERE d = ? LIMIT 1");

        private final String query;

        Figure(String query) {
            this.query = query;
        }
    }

    private DataSource database;

    WrittenDays() {}

    @Inject
    public WrittenDays(DataSource database) {
        this.database = database;
    }

    public boolean has(Figure figure, LocalDate day) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(figure.query)) {
            select.setString(1, day.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
