package com.eazybackup.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks into the change feed again and again on a connection of its own, and notes when the line of
 * each event of a flood could first be read. A line can be read as soon as it was committed, with
 * the job's rows in the same transaction, so what this adds is its own pause of a millisecond, one
 * small query, and the load of that query on the database.
 */
final class FeedWatch implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    private final MeasuredWorld world;
    private final FloodLog log;
    private final Delays delays = new Delays();
    private final BitSet seen = new BitSet();
    private final Thread thread;
    private int doubled;
    private int found;
    private volatile int distinct;
    private volatile SQLException failure;
    private volatile boolean closed;

    FeedWatch(MeasuredWorld world, FloodLog log) throws SQLException {
        this.world = world;
        this.log = log;
        long from = world.number("SELECT last_id FROM eb_change_seq");
        this.thread = new Thread(() -> watch(from), "feed-watch");
        thread.start();
    }

    /** Waits for so many different events. */
    void await(int events, Duration atMost) {
        MeasuredWorld.await(
                "line " + events + " of the feed",
                atMost,
                () -> distinct >= events || failure != null);
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    Delays delays() {
        return delays;
    }

    /** Events whose line came a second time; told after {@link #close}. */
    int doubled() {
        return doubled;
    }

    int distinct() {
        return distinct;
    }

    private void watch(long from) {
        try (Connection connection = world.world().connect();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id, kind, body FROM eb_changes WHERE id > ?"
                                        + " ORDER BY id LIMIT 2000")) {
            long position = from;
            while (!closed) {
                select.setLong(1, position);
                long before = position;
                try (ResultSet row = select.executeQuery()) {
                    long now = System.nanoTime();
                    while (row.next()) {
                        position = row.getLong(1);
                        note(row.getString(2), row.getString(3), now);
                    }
                }
                if (position == before) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void note(String kind, String body, long now) {
        OptionalLong number = FloodLog.numberIn(body);
        if (number.isEmpty() || !log.has(number.getAsLong()) || kind.equals("job:progress")) {
            return;
        }
        boolean ended = kind.equals("job:end");
        int index = log.index(number.getAsLong(), ended);
        if (seen.get(index)) {
            doubled++;
            return;
        }
        seen.set(index);
        distinct = ++found;
        delays.add(log.since(number.getAsLong(), ended, now));
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
