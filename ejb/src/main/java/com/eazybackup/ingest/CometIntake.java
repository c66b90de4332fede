package com.eazybackup.ingest;

import com.eazybackup.comet.AddressGate;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamLimits;
import com.eazybackup.comet.stream.StreamState;
import com.eazybackup.comet.stream.StreamStatus;
import com.eazybackup.comet.stream.SupervisedStream;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.LogContext;
import com.eazybackup.platform.LongWork;
import com.eazybackup.whmcs.CometServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Everything that one Comet Server needs, put together: the stream, the queue with its writer, and
 * the reader of the Admin API, each on a thread of its own. Servers share nothing, so a sick one
 * does not slow another down.
 */
final class CometIntake implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(5);

    private final IntakeCounts counts = new IntakeCounts();
    private final ProfileName profile;
    private final StreamStanding standing;
    private final FleetWriter writer;
    private final ServerLookup server;
    private final WriterTools tools;
    private final EventCursor cursor;
    private final RollCall rollCall;
    private final RunningJobs running;
    private final CatchUpLog catchUps;
    private final SupervisedStream stream;
    private final ProfileIntake intake;
    private final List<Runnable> work;
    private final List<Thread> threads = new ArrayList<>();
    private volatile ThreadFactory factory = Thread::new;

    /**
     * @param whmcs says where the profile's server is
     * @param gate asked before each connection to an address that WHMCS named
     * @param afterCommit told that the change feed has grown
     */
    CometIntake(
            CometProfileSettings settings,
            Function<ProfileName, Optional<CometServer>> whmcs,
            AddressGate gate,
            WriterTools tools,
            StreamLimits streamLimits,
            IntakeLimits limits,
            Duration cursorEvery,
            Runnable afterCommit) {
        profile = new ProfileName(settings.name());
        this.tools = tools;
        cursor = new EventCursor(profile, tools.clock(), cursorEvery);
        writer = new FleetWriter(profile, tools, cursor, counts, afterCommit);
        standing = new StreamStanding(profile, settings.displayName(), tools, afterCommit);
        running = new RunningJobs(profile, tools, writer);
        server = new ServerLookup(settings, whmcs, gate);
        UnfinishedJobs unfinished = new UnfinishedJobs(profile, tools, writer);
        catchUps = new CatchUpLog(profile, tools.database());
        rollCall = new RollCall(profile, tools, writer, true);
        CatchUp catchUp =
                new CatchUp(
                        profile,
                        tools,
                        writer,
                        cursor,
                        rollCall,
                        unfinished,
                        catchUps,
                        limits.drop());
        intake =
                new ProfileIntake(profile, writer, standing, cursor, counts, limits, tools.clock());
        ServerReader reader =
                new ServerReader(
                        profile,
                        server,
                        catchUp,
                        rollCall,
                        unfinished,
                        new MovedUsers(profile, tools),
                        writer,
                        limits,
                        tools.clock(),
                        intake::caughtUp);
        intake.answeredBy(reader);
        stream = new SupervisedStream(settings.name(), server, intake, streamLimits, tools.clock());
        work = List.of(intake, reader, stream);
    }

    void start(ThreadFactory given) {
        factory = given;
        for (Runnable each : work) {
            Thread thread = given.newThread(LongWork.of(LogContext.of(profile.value(), each)));
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * @return the one that it was started with: in a server its threads end with the deployment
     */
    ThreadFactory threads() {
        return factory;
    }

    ProfileName profile() {
        return profile;
    }

    RollCall rollCall() {
        return rollCall;
    }

    /**
     * @param rehearsal for one that writes nothing
     */
    RollCall rollCall(boolean rehearsal) {
        return rehearsal ? new RollCall(profile, tools, writer(true), false) : rollCall;
    }

    RunningJobs running() {
        return running;
    }

    IntakeCounts counts() {
        return counts;
    }

    /**
     * Reads news again that were in the quarantine.
     *
     * @throws SQLException when the database cannot take anything now
     */
    Replay replay(News news) throws SQLException {
        if (news instanceof News.Job) {
            return writer.writeOnce(news) ? Replay.APPLIED : Replay.REFUSED;
        }
        intake.ask(Followups.about(news));
        return Replay.ASKED;
    }

    /**
     * @return for calls of the server's lists; the one that the intake itself uses
     */
    ServerLookup server() {
        return server;
    }

    WriterTools tools() {
        return tools;
    }

    /**
     * @param rehearsal for one that writes nothing
     */
    FleetWriter writer(boolean rehearsal) {
        return rehearsal ? FleetWriter.rehearsal(profile, tools, cursor) : writer;
    }

    /** Reads all of the server's lists again. */
    void readAgain() {
        intake.catchUp(CatchUpRun.Cause.REQUESTED);
    }

    /** Ends a pause between two attempts to connect. */
    void tryNow() {
        stream.tryNow();
    }

    IntakeStatus status() {
        StreamHistory history = intake.history();
        StreamStatus now = history.now();
        return new IntakeStatus(
                profile.value(),
                standing.displayName(),
                new IntakeStatus.Stream(
                        (now == null ? StreamState.CONNECTING : now.state()).wire(),
                        Optional.ofNullable(now).map(StreamStatus::since),
                        now == null ? "" : now.reason(),
                        Optional.of(standing.lastFrameMs())
                                .filter(ms -> ms > 0)
                                .map(Instant::ofEpochMilli),
                        history.connected(),
                        history.ends(),
                        counts.alerts()),
                intake.queue(),
                intake.lag(),
                counts.shown(),
                intake.codes(),
                catchUps.last(),
                intake.minutes(),
                server.health());
    }

    /** Ends the stream in good order and waits a moment for what is being written. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        intake.close();
        try {
            for (Thread thread : threads) {
                thread.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        intake.close();
    }
}
