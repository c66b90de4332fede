package com.eazybackup.monitor;

import com.eazybackup.comet.ProfileName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is done by the clock on this node, and may be asked for.
 *
 * <p>A profile that this node has no intake of is unknown here.
 */
@ApplicationScoped
public class Shifts {

    private static final long PATIENCE_S = 15;

    /** A run that somebody waits for the beginning of. */
    record Wanted(MonitorOrder order, CompletableFuture<Long> begun) {}

    private final Map<ProfileName, Shift<Boolean>> heartbeats = new ConcurrentHashMap<>();
    private final Map<ProfileName, Shift<Wanted>> monitors = new ConcurrentHashMap<>();

    void add(ProfileName profile, Shift<Boolean> heartbeat, Shift<Wanted> monitor) {
        heartbeats.put(profile, heartbeat);
        monitors.put(profile, monitor);
    }

    void clear() {
        heartbeats.clear();
        monitors.clear();
    }

    /**
     * @return whether this node works for that Comet Server
     */
    public boolean knows(ProfileName profile) {
        return heartbeats.containsKey(profile);
    }

    /**
     * @return those that this node works for, by name
     */
    public List<ProfileName> profiles() {
        return heartbeats.keySet().stream()
                .sorted(Comparator.comparing(ProfileName::value))
                .toList();
    }

    /** Has the server asked soon which devices are connected. Nothing for one that is unknown. */
    public void heartbeat(ProfileName profile) {
        Shift<Boolean> shift = heartbeats.get(profile);
        if (shift != null) {
            shift.askSoon(true);
        }
    }

    /**
     * Begins a run over the server's jobs.
     *
     * @return the run's id
     * @throws MonitorBusy while one is under way, here or on another node
     * @throws IllegalStateException when it could not begin, because the database does not answer
     */
    long monitor(ProfileName profile, MonitorOrder order) throws MonitorBusy, InterruptedException {
        Shift<Wanted> shift = monitors.get(profile);
        Wanted wanted = new Wanted(order, new CompletableFuture<>());
        if (shift == null || !shift.ask(wanted)) {
            throw StalledJobs.busy(profile);
        }
        try {
            return wanted.begun().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MonitorBusy busy) {
                throw busy;
            }
            throw new IllegalStateException("the run did not begin", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the run did not begin in time", e);
        }
    }

    Optional<Instant> nextHeartbeat(ProfileName profile) {
        return Optional.ofNullable(heartbeats.get(profile)).map(Shift::next);
    }

    Optional<Instant> nextMonitor(ProfileName profile) {
        return Optional.ofNullable(monitors.get(profile)).map(Shift::next);
    }
}
