package com.eazybackup.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version's tables.
 *
 * <p>Guarantee: forward only; under the database's own lock, so that two nodes that start together
 * do it once; succeeds on an empty schema, on the one that the PHP system leaves behind, and when
 * there is nothing to do. WHMCS's tables are never touched.
 */
public final class Schema {

    // Names of locks are the server's, not the schema's.
    private static final String LOCK = "CONCAT('eb-schema-', MD5(DATABASE()))";
    private static final int LOCK_SECONDS = 300;

    private Schema() {}

    /**
     * Runs what has not run yet.
     *
     * @return how many migrations that was
     * @throws org.flywaydb.core.api.FlywayException when one fails; nothing may read the tables
     *     then
     * @throws IllegalStateException when another node holds the lock for five minutes
     */
    public static int migrate(DataSource database) {
        // Flyway's own lock begins after it has made its history table; two nodes that meet an
        // empty schema
        // would both make it.
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!lock(statement)) {
                throw new IllegalStateException(
                        "Another node has been migrating for five minutes.");
            }
            try {
                return run(database);
            } finally {
                statement.execute("DO RELEASE_LOCK(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database cannot be migrated: " + e.getMessage(), e);
        }
    }

    private static boolean lock(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT GET_LOCK(" + LOCK + ", " + LOCK_SECONDS + ")")) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private static int run(DataSource database) {
        Flyway flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .javaMigrations(
                                new V2__correct_what_php_left(), new V4__keys_of_the_device_list())
                        .table("eb_schema_history")
                        // WHMCS and the PHP system live in the same schema: it is never empty.
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load();
        // MySQL and MariaDB cannot roll a change of a table back. Every step may be repeated, so
        // one that
        // failed half-way is simply run again.
        if (Arrays.stream(flyway.info().all()).anyMatch(step -> step.getState().isFailed())) {
            flyway.repair();
        }
        return flyway.migrate().migrationsExecuted;
    }
}
