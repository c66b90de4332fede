package com.eazybackup.monitor;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.FleetServers;
import com.eazybackup.monitor.MonitorRun.Outcome;
import com.eazybackup.monitor.Shift.Times;
import com.eazybackup.monitor.Shifts.Wanted;
import com.eazybackup.platform.LongWork;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins what is done by the clock when the portal is deployed, and ends it with the portal. */
@Singleton
@Startup
@DependsOn("StreamSupervisor")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ShiftSupervisor {

    /** The stream's own first reading of all lists goes before. */
    private static final Duration FIRST_RUN = Duration.ofMinutes(1);

    private static final Duration JITTER = Duration.ofSeconds(15);
    private static final Duration END = Duration.ofSeconds(5);

    @Inject FleetServers servers;
    @Inject Heartbeat heartbeat;
    @Inject StalledJobs stalled;
    @Inject Shifts shifts;
    @Inject Clock clock;

    @Resource ManagedThreadFactory factory;

    private final List<Thread> threads = new ArrayList<>();

    @PostConstruct
    void start() {
        for (ProfileName profile : servers.profiles()) {
            Shift<Boolean> looks =
                    new Shift<>(
                            profile + ": the heartbeat failed",
                            clock,
                            new Times(Duration.ZERO, heartbeat.every(), Duration.ZERO),
                            asked -> heartbeat.look(profile, asked.isPresent()));
            Shift<Wanted> runs =
                    new Shift<>(
                            profile + ": the monitor failed",
                            clock,
                            new Times(FIRST_RUN, stalled.every(), JITTER),
                            asked -> run(stalled, profile, asked));
            shifts.add(profile, looks, runs);
            begin(looks);
            begin(runs);
        }
    }

    private void begin(Runnable work) {
        Thread thread = factory.newThread(LongWork.of(work));
        threads.add(thread);
        thread.start();
    }

    static void run(StalledJobs stalled, ProfileName profile, Optional<Wanted> asked)
            throws InterruptedException {
        if (asked.isEmpty()) {
            stalled.scheduled(profile);
            return;
        }
        Wanted wanted = asked.get();
        try {
            MonitorRun run =
                    stalled.run(profile, wanted.order(), id -> wanted.begun().complete(id));
            if (run.outcome() == Outcome.SKIPPED) {
                wanted.begun().completeExceptionally(StalledJobs.busy(profile));
            } else {
                wanted.begun().completeExceptionally(new IllegalStateException(run.error()));
            }
        } finally {
            wanted.begun().completeExceptionally(new IllegalStateException("the portal ends"));
        }
    }

    @PreDestroy
    void stop() {
        shifts.clear();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
