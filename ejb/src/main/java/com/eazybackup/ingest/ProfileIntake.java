package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.Secrets;
import com.eazybackup.comet.stream.FrameSink;
import com.eazybackup.comet.stream.StreamAlert;
import com.eazybackup.comet.stream.StreamStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where the frames of one stream wait for the writer: a bounded queue between the reading thread
 * and {@link #run}, which takes what is there and writes it as one batch.
 *
 * <p>Guarantee: a frame that was taken from the socket is written, unless this process ends. When
 * the queue is full the socket is not read.
 */
final class ProfileIntake implements FrameSink, Runnable {

    private static final Logger LOG = System.getLogger(ProfileIntake.class.getName());
    private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(60);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int SHOWN = 800;

    /** A batch of profiles is parsed at once; as trees they weigh several times as much. */
    private static final long HEAVIEST_BATCH = 8L * 1024 * 1024;

    private final ProfileName profile;
    private final FleetWriter writer;
    private final StreamStanding standing;
    private final EventCursor cursor;
    private final IntakeCounts counts;
    private final Clock clock;
    private final int largestBatch;
    private final boolean debug;
    private final FrameQueue queue;
    private final StreamHistory history = new StreamHistory();
    private final LastMinute lastMinute;
    private final LastHour lastHour;
    private final CodeWindow codes = new CodeWindow();
    private final Gate gate = new Gate(LONGEST_CATCH_UP);

    private volatile Questions questions;
    private volatile long lag;

    /** Whom to tell what must be asked of the Comet Server. */
    interface Questions {

        /** Read all that the stream has not told. */
        void catchUp(CatchUpRun.Cause cause);

        void ask(Followups followups);
    }

    ProfileIntake(
            ProfileName profile,
            FleetWriter writer,
            StreamStanding standing,
            EventCursor cursor,
            IntakeCounts counts,
            IntakeLimits limits,
            Clock clock) {
        this.profile = profile;
        this.writer = writer;
        this.standing = standing;
        this.cursor = cursor;
        this.counts = counts;
        this.clock = clock;
        this.largestBatch = limits.batch();
        this.debug = limits.debug();
        this.queue = new FrameQueue(limits.queue(), limits.characters());
        this.lastMinute = new LastMinute(clock);
        this.lastHour = new LastHour(clock);
    }

    /** Call it before the stream begins. */
    void answeredBy(Questions reader) {
        this.questions = reader;
    }

    @Override
    public void opened() {
        catchUp(CatchUpRun.Cause.CONNECTED);
    }

    /** Frames wait while the server's lists are read, so that what they say is applied last. */
    void catchUp(CatchUpRun.Cause cause) {
        cursor.hold();
        gate.close();
        questions.catchUp(cause);
    }

    /** To be asked of the server, not by the one who writes. */
    void ask(Followups followups) {
        questions.ask(followups);
    }

    /** The catch-up is over, well or badly. */
    void caughtUp() {
        gate.open();
    }

    @Override
    public void frame(String text) throws InterruptedException {
        standing.frame();
        counts.frame();
        queue.add(new FrameQueue.Frame(text, clock.millis()));
    }

    @Override
    public void changed(StreamStatus status) {
        standing.changed(status);
        history.changed(status);
    }

    @Override
    public void alert(StreamAlert alert) {
        counts.alerted(alert);
    }

    /** Writes until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<FrameQueue.Frame> frames = take();
                if (!frames.isEmpty()) {
                    questions.ask(writer.write(frames.stream().map(this::read).toList()));
                    lag = clock.millis() - frames.get(0).receivedMs();
                    lastMinute.add(frames.size(), lag);
                    lastHour.add(frames.size());
                }
                standing.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<FrameQueue.Frame> take() throws InterruptedException {
        return gate.opensWithin(TICK) ? queue.take(largestBatch, HEAVIEST_BATCH, TICK) : List.of();
    }

    private News read(FrameQueue.Frame frame) {
        News news = EventReader.read(frame.text(), Instant.ofEpochMilli(frame.receivedMs()));
        if (news instanceof News.Unreadable unreadable) {
            counts.unreadable();
            LOG.log(
                    Level.INFO,
                    "{0}: a frame goes to the quarantine: {1}",
                    profile,
                    unreadable.reason());
        }
        String unknown = UnknownCode.in(news);
        codes.add(frame.receivedMs(), unknown);
        if (!unknown.isEmpty()) {
            counts.unknown();
        }
        if (debug) {
            LOG.log(
                    Level.INFO,
                    "{0}: {1} from {2}",
                    profile,
                    news.getClass().getSimpleName(),
                    shown(frame.text()));
        }
        return news;
    }

    /** Without secrets, and short. */
    static String shown(String frame) {
        JsonNode tree = Fit.tree(frame);
        if (tree.isMissingNode() || !tree.isContainerNode()) {
            return "(" + frame.length() + " characters that are no JSON object)";
        }
        return Fit.to(SHOWN, Fit.json(Secrets.without(tree)));
    }

    IntakeStatus.Queue queue() {
        FrameQueue.Level level = queue.level();
        long waiting = level.oldestMs() == 0 ? 0 : Math.max(0, clock.millis() - level.oldestMs());
        return new IntakeStatus.Queue(
                level.frames(),
                level.mostFrames(),
                level.characters(),
                waiting,
                level.waits(),
                gate.closed());
    }

    IntakeStatus.Lag lag() {
        return new IntakeStatus.Lag(lastMinute.count(), lag, lastMinute.worst());
    }

    List<Long> minutes() {
        return lastHour.minutes();
    }

    IntakeStatus.Codes codes() {
        return codes.shown();
    }

    StreamHistory history() {
        return history;
    }

    /** Lets go of a reading thread that waits for room. */
    void close() {
        queue.close();
        standing.flush();
    }
}
