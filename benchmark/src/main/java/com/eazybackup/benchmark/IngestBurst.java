package com.eazybackup.benchmark;

import com.eazybackup.benchmark.PlainRows.Step;
import com.eazybackup.simulator.comet.Flood;
import com.eazybackup.simulator.fleet.NumberedJobs;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * How fast a burst of job events gets into the tables: from the first frame that the simulated
 * Comet Server sends to the moment when the last row can be read, through the real server with its
 * pool, its log and its settings, because those are what runs. The same rows are then written by
 * {@link PlainWriter} into the same database server, in turns.
 *
 * <p>{@code -Dpairs} jobs in a burst, {@code -Dat.once} of them run at a time, {@code -Drounds}.
 */
public final class IngestBurst {

    private static final int CLIENTS = 20;
    private static final List<Integer> BATCHES = List.of(500, 1_000, 2_000, 4_000);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MeasuredWorld world;
    private final int pairs = MeasuredWorld.setting("pairs", 20_000);
    private final int atOnce = MeasuredWorld.setting("at.once", 1_000);
    private final PrintStream out = System.out;
    private List<Step> steps;

    private IngestBurst(MeasuredWorld world) {
        this.world = world;
    }

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        try (MeasuredWorld world = MeasuredWorld.start(CLIENTS)) {
            new IngestBurst(world).run(MeasuredWorld.setting("rounds", 5));
        }
    }

    private void run(int rounds) throws Exception {
        try (PlainWriter plain = PlainWriter.besides(world)) {
            burst(0);
            int batch = fastestBatch(plain);
            int[] round = {1};
            PairedTimes times =
                    PairedTimes.inOrder(
                            rounds,
                            () -> burst(round[0]++),
                            () -> {
                                Duration before = world.database().processorTime();
                                long own = THREADS.getCurrentThreadCpuTime();
                                long took = plain.write(steps, batch);
                                tellDatabase("plain writer", took, before);
                                out.printf(
                                        "    plain writer's own processor time %.0f µs an event%n",
                                        (THREADS.getCurrentThreadCpuTime() - own)
                                                / 1e3
                                                / (pairs * 2));
                                return took;
                            });
            out.printf(
                    "burst of %,d job pairs, %,d running at a time, %d rounds%n",
                    pairs, atOnce, rounds);
            out.printf("  portal: %s%n", told(times.medianFirst()));
            out.printf(
                    "  plain writer, %,d events in a transaction: %s%n",
                    batch, told(times.medianSecond()));
            out.printf("  portal's speed in parts of the plain writer's: %s%n", times.toldRatio());
        }
    }

    private String told(double millis) {
        return "median %,.0f ms, %,.0f events/s".formatted(millis, pairs * 2 / millis * 1_000);
    }

    private long burst(int round) throws Exception {
        long first = (long) round * pairs;
        Flood flood = world.comet().flood(first, pairs, atOnce);
        FloodLog log = new FloodLog(first, pairs);
        long changes = world.number("SELECT last_id FROM eb_change_seq");
        Duration before = world.database().processorTime();
        Duration portalBefore = world.portal().processorTime();
        long took;
        try (Connection connection = world.world().connect();
                PreparedStatement last =
                        connection.prepareStatement(
                                "SELECT 1 FROM comet_jobs WHERE id = ? AND ended_at IS NOT NULL")) {
            last.setString(1, NumberedJobs.guid(first + pairs - 1));
            flood.send(0, log);
            MeasuredWorld.await("the last job", Duration.ofMinutes(5), () -> there(last));
            took = System.nanoTime() - log.firstSent();
        }
        tellDatabase("portal", took, before);
        out.printf(
                "    portal's own processor time %.0f µs an event%n",
                world.portal().processorTime().minus(portalBefore).toNanos() / 1e3 / (pairs * 2));
        FloodCheck check = FloodCheck.of(world, log, pairs, changes);
        out.printf("    %s%n", check);
        if (!check.complete()) {
            throw new IllegalStateException("not everything that was sent is there");
        }
        try (Connection connection = world.world().connect()) {
            steps = PlainRows.of(connection, flood.frames(), changes);
        }
        return took;
    }

    private static boolean there(PreparedStatement last) {
        try (ResultSet row = last.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each is tried twice on the rows of the warm-up; the second time counts. */
    private int fastestBatch(PlainWriter plain) throws SQLException {
        int fastest = 0;
        long shortest = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            for (int batch : BATCHES) {
                long took = plain.write(steps, batch);
                out.printf(
                        "    plain writer, %,d in a transaction: %,d ms%n",
                        batch, took / 1_000_000);
                plain.forget(steps);
                if (round > 0 && took < shortest) {
                    shortest = took;
                    fastest = batch;
                }
            }
        }
        plain.write(steps, fastest);
        return fastest;
    }

    private void tellDatabase(String who, long took, Duration before) throws Exception {
        Duration used = world.database().processorTime().minus(before);
        out.printf(
                "    %s: %,d ms, %,.0f events/s, database processor time %.0f µs an event%n",
                who,
                took / 1_000_000,
                pairs * 2 / (took / 1e9),
                used.toNanos() / 1e3 / (pairs * 2));
    }
}
