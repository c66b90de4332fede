package com.eazybackup.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
    private static final String LOCK_NAME = "CONCAT('eb-schema-', MD5(DATABASE()))";
    private static final Duration LOCK = Duration.ofMinutes(5);

    // A longer silence is one of the database to the driver.
    private static final int ROUND_SECONDS = 20;

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
                statement.execute("DO RELEASE_LOCK(" + LOCK_NAME + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database cannot be migrated: " + e.getMessage(), e);
        }
    }

    private static boolean lock(Statement statement) throws SQLException {
        String take = "SELECT GET_LOCK(" + LOCK_NAME + ", " + ROUND_SECONDS + ")";
        for (long rounds = LOCK.toSeconds() / ROUND_SECONDS; rounds > 0; rounds--) {
            try (ResultSet row = statement.executeQuery(take)) {
                if (row.next() && row.getInt(1) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int run(DataSource database) {
        Flyway flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .javaMigrations(
                                new V2__correct_what_php_left(),
                                new V4__keys_of_the_device_list(),
                                new V6__access(),
                                new V10__alerts_are_mailed(),
                                new V11__device_standing(),
                                new V13__wishes_of_snoozes(),
                                new V14__items_counted_by_key(),
                                new V16__item_standing())
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
