package com.eazybackup.benchmark;

import com.eazybackup.simulator.comet.Flood;
import java.io.PrintStream;
import java.time.Duration;

/**
 * How long it takes from the moment when the simulated Comet Server hands an event to its socket to
 * the moment when the event's committed rows can be read in the database, at a steady pace. What
 * the way of looking adds is said at {@link FeedWatch}. What the machine itself takes is said by a
 * {@link CommitProbe} in the same seconds.
 *
 * <p>{@code -Dper.second} events, for {@code -Dseconds}.
 */
public final class EventLatency {

    private static final int CLIENTS = 20;
    private static final int WARM_UP_SECONDS = 20;

    private EventLatency() {}

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        int perSecond = MeasuredWorld.setting("per.second", 500);
        int seconds = MeasuredWorld.setting("seconds", 90);
        try (MeasuredWorld world = MeasuredWorld.start(CLIENTS)) {
            int warmUp = perSecond * WARM_UP_SECONDS / 2;
            run(world, 0, warmUp, perSecond, null);
            run(world, warmUp, perSecond * seconds / 2, perSecond, System.out);
        }
    }

    private static void run(
            MeasuredWorld world, long first, int pairs, int perSecond, PrintStream out)
            throws Exception {
        // Jobs run for two seconds, so that none begins and ends in one batch.
        Flood flood = world.comet().flood(first, pairs, perSecond);
        FloodLog log = new FloodLog(first, pairs);
        long changes = world.number("SELECT last_id FROM eb_change_seq");
        Duration before = world.database().processorTime();
        CommitProbe probe = new CommitProbe(world);
        try (probe;
                FeedWatch watch = new FeedWatch(world, log)) {
            flood.send(perSecond, log);
            watch.await(log.events(), Duration.ofMinutes(1));
            probe.close();
            if (out != null) {
                Duration used = world.database().processorTime().minus(before);
                out.printf("%,d events, %,d a second%n", log.events(), perSecond);
                out.printf("  event to committed row: %s%n", watch.delays().told());
                out.printf("  one plain row committed, beside it: %s%n", probe.delays().told());
                out.printf(
                        "  database processor time %.0f µs an event, with the watching%n",
                        used.toNanos() / 1e3 / log.events());
                out.printf("  %s%n", FloodCheck.of(world, log, pairs, changes));
            }
        }
    }
}
