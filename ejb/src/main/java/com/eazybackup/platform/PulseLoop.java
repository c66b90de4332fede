package com.eazybackup.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Asks the database every second whether it is there, until it is interrupted, and tells the {@link
 * DatabasePulse}.
 *
 * <p>Cost: one connection, which it keeps: one that it had to wait for would say that the pool is
 * busy, and not that the database is silent. Limit: silence is known after {@link #PATIENCE} and a
 * second, an end of it after a second.
 */
final class PulseLoop implements Runnable {

    /** A database on a machine that is merely busy has answered by then. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(PulseLoop.class.getName());
    private static final Duration APART = Duration.ofSeconds(1);

    private final OutageLog outage = new OutageLog(LOG, "The database gives no sign of life");
    private final DataSource pool;
    private final DatabasePulse pulse;
    private final Duration apart;

    PulseLoop(DataSource pool, DatabasePulse pulse) {
        this(pool, pulse, APART);
    }

    PulseLoop(DataSource pool, DatabasePulse pulse, Duration apart) {
        this.pool = pool;
        this.pulse = pulse;
        this.apart = apart;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = pool.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                silent(e);
                rest();
            } catch (RuntimeException e) {
                // The one place that may not end: without it a silence would be told for ever.
                LOG.log(Level.ERROR, "The pool cannot be asked", e);
                rest();
            }
        }
    }

    /** As long as it answers. */
    private void listen(Connection connection) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            long asked = System.nanoTime();
            if (!alive(connection)) {
                // Closed by now, so that the pool throws it away. One that was ended is no silence:
                // whether there is one, the next connection says.
                if (System.nanoTime() - asked > PATIENCE.toNanos() / 2) {
                    silent(new SQLTransientConnectionException("no answer within " + PATIENCE));
                }
                rest();
                return;
            }
            pulse.answers();
            outage.well();
            rest();
        }
    }

    private static boolean alive(Connection connection) {
        try {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The pool has ended this connection", e);
            return false;
        }
    }

    private void silent(SQLException why) {
        pulse.silent(why);
        outage.failed(why);
    }

    private void rest() {
        LockSupport.parkNanos(apart.toNanos());
    }
}
