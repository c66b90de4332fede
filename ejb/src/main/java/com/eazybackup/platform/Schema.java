package com.eazybackup.platform;

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

    private Schema() {}

    /**
     * Runs what has not run yet.
     *
     * @return how many migrations that was
     * @throws org.flywaydb.core.api.FlywayException when one fails; nothing may read the tables
     *     then
     */
    public static int migrate(DataSource database) {
        Flyway flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .javaMigrations(new V2__correct_what_php_left())
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
