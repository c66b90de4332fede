package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamLimits;
import com.eazybackup.comet.stream.SupervisedStream;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.whmcs.CometServer;
import java.time.Duration;
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
    private final ProfileIntake intake;
    private final List<Runnable> work;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param whmcs says where the profile's server is
     * @param afterCommit told that the change feed has grown
     */
    CometIntake(
            CometProfileSettings settings,
            Function<ProfileName, Optional<CometServer>> whmcs,
            WriterTools tools,
            StreamLimits streamLimits,
            IntakeLimits limits,
            Duration cursorEvery,
            Runnable afterCommit) {
        ProfileName profile = new ProfileName(settings.name());
        EventCursor cursor = new EventCursor(profile, tools.clock(), cursorEvery);
        FleetWriter writer = new FleetWriter(profile, tools, cursor, counts, afterCommit);
        StreamStanding standing =
                new StreamStanding(profile, settings.displayName(), tools, afterCommit);
        ServerLookup server = new ServerLookup(settings, whmcs);
        UnfinishedJobs unfinished = new UnfinishedJobs(profile, tools, writer);
        CatchUp catchUp = new CatchUp(profile, tools, writer, cursor, unfinished);
        intake =
                new ProfileIntake(profile, writer, standing, cursor, counts, limits, tools.clock());
        ServerReader reader =
                new ServerReader(
                        profile,
                        server,
                        catchUp,
                        unfinished,
                        writer,
                        limits,
                        tools.clock(),
                        intake::caughtUp);
        intake.answeredBy(reader);
        SupervisedStream stream =
                new SupervisedStream(settings.name(), server, intake, streamLimits, tools.clock());
        work = List.of(intake, reader, stream);
    }

    void start(ThreadFactory factory) {
        for (Runnable each : work) {
            Thread thread = factory.newThread(each);
            threads.add(thread);
            thread.start();
        }
    }

    IntakeCounts counts() {
        return counts;
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
