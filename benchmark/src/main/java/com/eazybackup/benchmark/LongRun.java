package com.eazybackup.benchmark;

import com.eazybackup.simulator.comet.Flood;
import com.eazybackup.simulator.fleet.NumberedJobs;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Many events, as fast as they are taken: what stays on the portal's heap after each part of them,
 * and what they cost the database.
 *
 * <p>{@code -Devents} in all, in parts of {@code -Dpart}.
 */
public final class LongRun {

    private static final int CLIENTS = 20;
    private static final int AT_ONCE = 1_000;

    private LongRun() {}

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        int pairs = MeasuredWorld.setting("part", 50_000) / 2;
        int parts = MeasuredWorld.setting("events", 500_000) / 2 / pairs;
        PrintStream out = System.out;
        try (MeasuredWorld world = MeasuredWorld.start(CLIENTS)) {
            ProcessFigures portal = world.portal();
            ProcessFigures database = world.database();
            out.printf("before: heap %,d KiB%n", portal.heapAfterCollection());
            Duration databaseBegan = database.processorTime();
            Duration portalBegan = portal.processorTime();
            for (int part = 0; part < parts; part++) {
                long changes = world.number("SELECT last_id FROM eb_change_seq");
                FloodLog log = new FloodLog((long) part * pairs, pairs);
                flood(world, log, (long) part * pairs, pairs);
                out.printf(
                        "%,9d events: heap %,d KiB; %s%n",
                        (part + 1) * pairs * 2,
                        portal.heapAfterCollection(),
                        FloodCheck.of(world, log, pairs, changes));
            }
            double events = (double) parts * pairs * 2;
            out.printf(
                    "processor time an event: database %.0f µs, portal %.0f µs%n",
                    database.processorTime().minus(databaseBegan).toNanos() / 1e3 / events,
                    portal.processorTime().minus(portalBegan).toNanos() / 1e3 / events);
        }
    }

    private static void flood(MeasuredWorld world, FloodLog log, long first, int pairs) {
        Flood flood = world.comet().flood(first, pairs, AT_ONCE);
        flood.send(0, log);
        String last = NumberedJobs.guid(first + pairs - 1);
        MeasuredWorld.await(
                "the last job",
                Duration.ofMinutes(5),
                () -> {
                    try {
                        return world.number(
                                        "SELECT COUNT(*) FROM comet_jobs WHERE ended_at IS NOT NULL"
                                                + " AND id = '"
                                                + last
                                                + "'")
                                == 1;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
