package com.eazybackup.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * A migration that changes tables. The database ends a transaction with each such statement, so
 * there is none: one that broke off is run anew from its beginning, and each step may be repeated.
 */
abstract class TableMigration extends BaseJavaMigration {

    @Override
    public final boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public final void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        int usual = connection.getNetworkTimeout();
        // A key on millions of jobs takes longer than anything may wait for its answer.
        connection.setNetworkTimeout(Runnable::run, 0);
        try {
            change(connection);
        } finally {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }

    /** Its steps, in order; after one that failed all of them are run again. */
    abstract void change(Connection connection) throws SQLException;
}
