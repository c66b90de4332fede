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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

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
    private static final long TICK_MS = 250;
    private static final int SHOWN = 800;

    /** A frame and when it came, in Unix seconds. */
    private record Frame(String text, long receivedAt) {}

    private final ProfileName profile;
    private final FleetWriter writer;
    private final StreamStanding standing;
    private final EventCursor cursor;
    private final IntakeCounts counts;
    private final Clock clock;
    private final int largestBatch;
    private final boolean debug;
    private final BlockingQueue<Frame> queue;
    private final Gate gate = new Gate(LONGEST_CATCH_UP);

    private volatile Questions questions;
    private volatile boolean closed;

    /** Whom to tell what must be asked of the Comet Server. */
    interface Questions {

        /** The stream has just begun: read what happened before. */
        void catchUp();

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
        this.queue = new ArrayBlockingQueue<>(limits.queue());
    }

    /** Call it before the stream begins. */
    void answeredBy(Questions reader) {
        this.questions = reader;
    }

    @Override
    public void opened() {
        cursor.hold();
        gate.close();
        questions.catchUp();
    }

    /** The catch-up is over, well or badly. */
    void caughtUp() {
        gate.open();
    }

    @Override
    public void frame(String text) throws InterruptedException {
        standing.frame();
        Frame frame = new Frame(text, clock.instant().getEpochSecond());
        while (!closed && !queue.offer(frame, TICK_MS, TimeUnit.MILLISECONDS)) {
            LOG.log(Level.DEBUG, "{0}: the queue is full, the socket waits", profile);
        }
    }

    @Override
    public void changed(StreamStatus status) {
        standing.changed(status);
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
                List<Frame> frames = take();
                if (!frames.isEmpty()) {
                    questions.ask(writer.write(frames.stream().map(this::read).toList()));
                }
                standing.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Frame> take() throws InterruptedException {
        if (!gate.opensWithin(Duration.ofMillis(TICK_MS))) {
            return List.of();
        }
        List<Frame> frames = new ArrayList<>();
        Frame first = queue.poll(TICK_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
            frames.add(first);
            queue.drainTo(frames, largestBatch - 1);
        }
        return frames;
    }

    private News read(Frame frame) {
        News news = EventReader.read(frame.text(), frame.receivedAt());
        if (news instanceof News.Unreadable unreadable) {
            counts.unreadable();
            LOG.log(Level.INFO, "{0}: a frame was left out: {1}", profile, unreadable.reason());
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

    /** Lets go of a reading thread that waits for room. */
    void close() {
        closed = true;
        standing.flush();
    }
}
