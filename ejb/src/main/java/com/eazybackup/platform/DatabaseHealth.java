package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells whether the database can be worked with: its tables are at this version and it answers. */
@ApplicationScoped
public class DatabaseHealth {

    private static final int SECONDS = 2;

    @Inject Migrations migrations;
    @Inject DataSource database;

    /**
     * @return the answer, after two seconds at the latest
     */
    public boolean ready() {
        return migrations.done() && answers();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false; // that is the answer; the pool has logged why
        }
    }
}
