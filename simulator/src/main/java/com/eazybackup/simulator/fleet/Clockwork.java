package com.eazybackup.simulator.fleet;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets a fleet live: jobs start every few seconds, grow, end well or badly; devices come and go.
 *
 * <p>What happens at {@link #tick()} depends on the fleet's clock and seed only, so a test with its
 * own clock sees the same night each time. {@link #start} ticks by itself. What devices were
 * ordered to do they do even when it was not started.
 */
public final class Clockwork implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Clockwork.class.getName());
    private static final long TICK_MILLIS = 250;

    private final Fleet fleet;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "clockwork");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final ScheduledFuture<?> obeying;
    private Night night;
    private ScheduledFuture<?> ticking;
    private volatile boolean paused;

    public Clockwork(Fleet fleet) {
        this.fleet = fleet;
        this.night = new Night(fleet, 1.0);
        this.obeying =
                scheduler.scheduleAtFixedRate(
                        () -> awake(this::obey), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to tick.
     *
     * @param speed 1 = a start every 3 to 5 seconds for a hundred devices, jobs of 10 to 120
     *     seconds; 2 = all of that twice as fast
     */
    public synchronized void start(double speed) {
        if (ticking != null) {
            return;
        }
        night = new Night(fleet, speed);
        fleet.acts().orders().speed(speed);
        ticking =
                scheduler.scheduleAtFixedRate(
                        () -> awake(this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Everything that is due by the fleet's clock happens. */
    public synchronized void tick() {
        obey();
        night.liveUntil(fleet.clock().instant());
    }

    /** What devices were ordered to do happens as far as it is due, and nothing else. */
    public void obey() {
        fleet.acts().orders().advance(fleet.clock().instant());
    }

    /** Time stands still for the fleet: running jobs stay as they are. */
    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
    }

    public boolean paused() {
        return paused;
    }

    /** No more ticks; running jobs stay unfinished. */
    @Override
    public void close() {
        obeying.cancel(false);
        scheduler.shutdownNow();
    }

    private void awake(Runnable task) {
        if (paused) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            // The scheduler would drop a task that throws; the night must go on.
            LOG.log(Level.WARNING, "One tick of the clockwork failed", e);
        }
    }
}
