package com.eazybackup.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The baseline for delays: writes one row and commits it, twenty times a second, into the same
 * database while something else is measured. What the disk and the other processes of the machine
 * take from it they take from the portal, too.
 */
final class CommitProbe implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private final MeasuredWorld world;
    private final Thread thread;
    private final Delays delays = new Delays();
    private volatile SQLException failure;
    private volatile boolean closed;

    CommitProbe(MeasuredWorld world) {
        this.world = world;
        this.thread = new Thread(this::commit, "commit-probe");
        thread.start();
    }

    /** From the statement to the end of its commit; told after {@link #close}. */
    Delays delays() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return delays;
    }

    private void commit() {
        try (Connection connection = world.world().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE TABLE eb_probe"
                            + " (id INT AUTO_INCREMENT PRIMARY KEY, body VARCHAR(200))");
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO eb_probe (body) VALUES (REPEAT('x', 200))")) {
                while (!closed) {
                    long before = System.nanoTime();
                    insert.executeUpdate();
                    delays.add(System.nanoTime() - before);
                    LockSupport.parkNanos(PAUSE);
                }
            }
            statement.execute("DROP TABLE eb_probe");
        } catch (SQLException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
