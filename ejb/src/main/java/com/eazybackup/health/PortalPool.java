package com.eazybackup.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The pool, asked by its name: from the EAR's {@code lib} the other modules cannot be seen.
 *
 * <p>Guarantee: who asks within two seconds of a question that was not answered waits for nothing,
 * so that several checks take no longer than one.
 */
final class PortalPool {

    private static final String NAME = "java:jboss/datasources/PortalDS";
    private static final int SECONDS = 2;

    private static volatile long failed = System.nanoTime() - TimeUnit.SECONDS.toNanos(SECONDS);

    /** What is asked of the database. */
    interface Question<T> {
        T ask(Statement statement) throws SQLException;
    }

    private PortalPool() {}

    /**
     * @throws SQLException when there is no pool, or the database does not answer in time: two
     *     seconds for the question, and what the pool takes to find out that nothing comes back
     */
    static <T> T ask(Question<T> question) throws SQLException {
        if (System.nanoTime() - failed < TimeUnit.SECONDS.toNanos(SECONDS)) {
            throw new SQLException("the database has just not answered");
        }
        try {
            return asked(question);
        } catch (SQLException e) {
            failed = System.nanoTime();
            throw e;
        }
    }

    @SuppressWarnings("BanJNDI") // The name is a constant of ours; no input reaches the lookup.
    private static <T> T asked(Question<T> question) throws SQLException {
        DataSource database;
        try {
            database = InitialContext.doLookup(NAME);
        } catch (NamingException e) {
            throw new SQLException("there is no pool " + NAME, e);
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            return question.ask(statement);
        }
    }
}
