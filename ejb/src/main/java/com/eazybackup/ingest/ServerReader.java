package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.platform.OutageLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks the Admin API of one Comet Server what its stream does not tell: everything after a
 * connection, profiles that an event only named, who is connected, the progress of jobs. On a
 * thread of its own, so that no event ever waits for the network.
 */
final class ServerReader implements Runnable, ProfileIntake.Questions {

    private static final Logger LOG = System.getLogger(ServerReader.class.getName());
    private static final long TICK_MS = 500;
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration RETRY_REFUSED = Duration.ofMinutes(2);
    private static final Duration PRESENCE_DELAY = Duration.ofSeconds(4);
    private static final Duration PRESENCE_EVERY = Duration.ofSeconds(20);

    /**
     * A profile that could not be read is asked for after 1, 2, 4 … seconds, at last each minute.
     */
    private static final int LONGEST_PAUSE_AFTER = 6;

    /** Longer than the second in which several profiles of one user were told. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    /** How often it is looked whether users belong to another client now. */
    private static final Duration MOVED_EVERY = Duration.ofSeconds(10);

    /**
     * While nothing runs the list is read more seldom: for starts and revivals that nobody told.
     */
    private static final int IDLE_FACTOR = 6;

    /** When a profile is to be asked for, after how many attempts that came to nothing. */
    private record Wanted(int attempts, Instant due) {
        private static final Wanted NOW = new Wanted(0, Instant.EPOCH);

        Wanted earlier(Wanted other) {
            return due.isAfter(other.due()) ? other : this;
        }

        Wanted later(Instant now) {
            long pause = 1L << Math.min(attempts, LONGEST_PAUSE_AFTER);
            return new Wanted(attempts + 1, now.plusSeconds(pause));
        }
    }

    private final ProfileName profile;
    private final ServerLookup server;
    private final CatchUp catchUp;
    private final RollCall rollCall;
    private final UnfinishedJobs unfinished;
    private final MovedUsers moved;
    private final FleetWriter writer;
    private final Clock clock;
    private final Duration progressEvery;
    private final Runnable caughtUp;

    private final OutageLog outage;
    private final Semaphore nudges = new Semaphore(0);
    private final Map<String, Wanted> profilesWanted = new LinkedHashMap<>();
    private final Set<String> devicesWanted = new LinkedHashSet<>();
    private volatile CatchUpRun.Cause cause = CatchUpRun.Cause.CONNECTED;
    private volatile Instant catchUpAt = Instant.MAX;
    private volatile Instant presenceAt = Instant.MAX;
    private Instant lastPresence = Instant.EPOCH;
    private Instant progressAt = Instant.EPOCH;
    private Instant idleProgressAt;
    private Instant movedAt = Instant.EPOCH;

    /**
     * @param caughtUp told when a catch-up is over, well or badly
     */
    ServerReader(
            ProfileName profile,
            ServerLookup server,
            CatchUp catchUp,
            RollCall rollCall,
            UnfinishedJobs unfinished,
            MovedUsers moved,
            FleetWriter writer,
            IntakeLimits limits,
            Clock clock,
            Runnable caughtUp) {
        this.profile = profile;
        this.server = server;
        this.catchUp = catchUp;
        this.rollCall = rollCall;
        this.unfinished = unfinished;
        this.moved = moved;
        this.writer = writer;
        this.progressEvery = limits.progress();
        this.clock = clock;
        this.caughtUp = caughtUp;
        this.outage = new OutageLog(LOG, profile + ": asking the Admin API failed");
        this.idleProgressAt = clock.instant().plus(progressEvery.multipliedBy(IDLE_FACTOR));
    }

    @Override
    public void catchUp(CatchUpRun.Cause why) {
        cause = why;
        catchUpAt = Instant.EPOCH;
        nudges.release();
    }

    @Override
    public void ask(Followups followups) {
        synchronized (profilesWanted) {
            followups
                    .profiles()
                    .forEach(user -> profilesWanted.merge(user, Wanted.NOW, Wanted::earlier));
            Wanted later = new Wanted(0, clock.instant().plus(DOUBT));
            followups.doubtful().forEach(user -> profilesWanted.putIfAbsent(user, later));
        }
        if (!followups.devices().isEmpty()) {
            wantPresence(followups.devices());
        }
        if (!followups.profiles().isEmpty()) {
            nudges.release();
        }
    }

    private void wantPresence(Set<String> devices) {
        synchronized (devicesWanted) {
            devicesWanted.addAll(devices);
            if (presenceAt.equals(Instant.MAX)) {
                presenceAt = clock.instant().plus(PRESENCE_DELAY);
            }
        }
    }

    private Set<String> takeDevicesWanted() {
        synchronized (devicesWanted) {
            Set<String> wanted = Set.copyOf(devicesWanted);
            devicesWanted.clear();
            presenceAt = Instant.MAX;
            return wanted;
        }
    }

    /** Asks until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                if (nudges.tryAcquire(TICK_MS, TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            Instant now = clock.instant();
            if (!now.isBefore(catchUpAt)) {
                catchUpNow();
            }
            if (!now.isBefore(movedAt)) {
                movedAt = now.plus(MOVED_EVERY);
                ask(moved.find());
            }
            readProfiles();
            if (!now.isBefore(presenceAt)) {
                presenceNow(now);
            }
            if (!progressEvery.isZero() && !now.isBefore(progressAt)) {
                progressAt = now.plus(progressEvery);
                boolean forMissed = !now.isBefore(idleProgressAt);
                if (forMissed || unfinished.any()) {
                    idleProgressAt = now.plus(progressEvery.multipliedBy(IDLE_FACTOR));
                    unfinished.read(server.client(), new RowTally());
                    outage.well();
                }
            }
        } catch (CometException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            failed(e);
        } catch (NoTarget | SQLException | RuntimeException e) {
            // The outermost loop of this thread: without it the tables would fall behind for good.
            outage.failed(e);
            progressAt = clock.instant().plus(RETRY);
        }
    }

    private void failed(CometException e) {
        LOG.log(Level.WARNING, "{0}: {1} ({2})", profile, e.getMessage(), e.kind());
        Duration pause = RETRY;
        if (e.kind() == Kind.WRONG_CREDENTIALS) {
            // More attempts with the same password can lock the account out.
            server.forget();
            pause = RETRY_REFUSED;
        }
        progressAt = clock.instant().plus(pause);
    }

    private void catchUpNow() throws CometException, SQLException, InterruptedException, NoTarget {
        catchUpAt = Instant.MAX;
        boolean done = false;
        Duration pause = RETRY;
        try {
            catchUp.run(server.client(), cause);
            done = true;
            outage.well();
        } catch (CometException e) {
            pause = e.kind() == Kind.WRONG_CREDENTIALS ? RETRY_REFUSED : RETRY;
            throw e;
        } finally {
            // A new connection may have asked for another one meanwhile.
            if (!done && catchUpAt.equals(Instant.MAX)) {
                catchUpAt = clock.instant().plus(pause);
            }
            if (!catchUpAt.equals(Instant.EPOCH)) {
                caughtUp.run();
            }
        }
    }

    private void presenceNow(Instant now)
            throws CometException, SQLException, InterruptedException, NoTarget {
        Instant earliest = lastPresence.plus(PRESENCE_EVERY);
        if (now.isBefore(earliest)) {
            presenceAt = earliest;
            return;
        }
        lastPresence = now;
        Set<String> wanted = takeDevicesWanted();
        boolean done = false;
        try {
            rollCall.read(server.client(), Patience.about(wanted), new RowTally());
            done = true;
        } finally {
            if (!done) {
                wantPresence(wanted);
            }
        }
    }

    private void readProfiles() throws CometException, InterruptedException, NoTarget {
        Map<String, Wanted> wanted = due();
        boolean done = false;
        try {
            List<News> news = new ArrayList<>();
            for (Map.Entry<String, Wanted> user : wanted.entrySet()) {
                readProfile(server.client(), user.getKey(), user.getValue(), news);
            }
            writer.writeAsked(news, new RowTally());
            done = true;
        } finally {
            if (!done) {
                wanted.forEach(this::wantLater);
            }
        }
    }

    private Map<String, Wanted> due() {
        Instant now = clock.instant();
        Map<String, Wanted> due = new LinkedHashMap<>();
        synchronized (profilesWanted) {
            profilesWanted.forEach(
                    (user, wanted) -> {
                        if (!now.isBefore(wanted.due())) {
                            due.put(user, wanted);
                        }
                    });
            profilesWanted.keySet().removeAll(due.keySet());
        }
        return due;
    }

    private void wantLater(String user, Wanted wanted) {
        synchronized (profilesWanted) {
            profilesWanted.putIfAbsent(user, wanted.later(clock.instant()));
        }
    }

    private void readProfile(CometClient client, String user, Wanted wanted, List<News> news)
            throws CometException {
        Instant began = clock.instant();
        try {
            UserProfile found = client.calls(UserCalls.class).profile(new CometUsername(user));
            if (found.complete()) {
                news.add(News.Profile.listed(found, began));
            }
        } catch (CometException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            // Also how Comet says that there is no such user; then nothing is concluded here.
            LOG.log(Level.INFO, "{0}: no profile of {1}: {2}", profile, user, e.getMessage());
            if (e.kind().passing()) {
                wantLater(user, wanted);
            }
        }
    }
}
