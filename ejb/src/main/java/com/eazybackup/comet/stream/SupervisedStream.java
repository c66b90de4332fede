package com.eazybackup.comet.stream;

import com.eazybackup.comet.stream.TargetSource.NoTarget;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps one stream alive until its thread is interrupted: connects, signs in, watches for silence,
 * and connects again when it ends, for whatever reason.
 *
 * <p>Guarantee: at most one connection at any time; {@link FrameSink#opened} once for each accepted
 * one, before its first frame.
 */
public final class SupervisedStream implements Runnable {

    private static final Logger LOG = System.getLogger(SupervisedStream.class.getName());
    private static final Duration LOOK = Duration.ofMillis(500);

    private final String name;
    private final TargetSource targets;
    private final FrameSink sink;
    private final StreamLimits limits;
    private final Clock clock;
    private final ReconnectPolicy policy =
            new ReconnectPolicy(() -> ThreadLocalRandom.current().nextDouble());

    private StreamStatus status;

    /**
     * @param name of the profile, for the log
     */
    public SupervisedStream(
            String name, TargetSource targets, FrameSink sink, StreamLimits limits, Clock clock) {
        this.name = name;
        this.targets = targets;
        this.sink = sink;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void run() {
        report(StreamState.CONNECTING, "");
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration pause = attempt();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        report(StreamState.DOWN, "the portal has stopped");
    }

    /** One connection from beginning to end. */
    private Duration attempt() throws InterruptedException {
        StreamTarget target;
        try {
            target = targets.target();
        } catch (NoTarget e) {
            return failed(StreamState.DOWN, e.getMessage());
        }
        StreamConnection connection = new StreamConnection(target.credentials(), sink);
        try {
            Sockets.open(target, connection, limits.connect());
            return watch(connection);
        } catch (DeploymentException | IOException e) {
            LOG.log(Level.DEBUG, "Stream " + name, e);
            return failed(StreamState.DOWN, target.address() + " cannot be reached");
        } finally {
            connection.close();
        }
    }

    private Duration watch(StreamConnection connection) throws InterruptedException {
        if (!connection.awaitAnswer(limits.signIn())) {
            return failed(StreamState.DOWN, "the server did not answer the sign-in");
        }
        if (!connection.accepted()) {
            return connection.refusal().isEmpty()
                    ? failed(StreamState.DOWN, connection.reason())
                    : failed(StreamState.REFUSED, "the server answered: " + connection.refusal());
        }
        report(StreamState.LIVE, "");
        Beat beat = new Beat(System.nanoTime());
        connection.ping();
        while (!connection.awaitEnd(LOOK)) {
            if (connection.hasEvent()) {
                policy.healthy();
            }
            if (connection.silence().compareTo(limits.idle()) >= 0) {
                return silent("nothing came for " + limits.idle().toSeconds() + " s");
            }
            if (connection.gone(limits.pong())) {
                return silent("the server no longer answers");
            }
            beat.at(connection, System.nanoTime());
        }
        if (connection.hasEvent()) {
            policy.healthy();
        }
        return failed(StreamState.DOWN, connection.reason());
    }

    private Duration failed(StreamState state, String reason) {
        Duration pause = policy.failed();
        down(state, reason, pause);
        return pause;
    }

    private Duration silent(String reason) {
        Duration pause = policy.silent();
        down(StreamState.DOWN, reason, pause);
        return pause;
    }

    private void down(StreamState state, String reason, Duration pause) {
        Level level = policy.alarming() ? Level.WARNING : Level.INFO;
        LOG.log(
                level,
                "Stream {0} is {1}: {2}; next attempt in {3} ms",
                name,
                state.wire(),
                reason,
                pause.toMillis());
        report(state, reason);
    }

    private void report(StreamState state, String reason) {
        if (status != null && status.state() == state && status.reason().equals(reason)) {
            return;
        }
        boolean sameState = status != null && status.state() == state;
        status = new StreamStatus(state, sameState ? status.since() : clock.instant(), reason);
        if (state == StreamState.LIVE) {
            LOG.log(Level.INFO, "Stream {0} is live", name);
        }
        sink.changed(status);
    }

    /** Pings, and one complaint about an accepted stream that says nothing. */
    private final class Beat {

        private final long begin;
        private long lastPing;
        private boolean complained;

        Beat(long begin) {
            this.begin = begin;
            this.lastPing = begin;
        }

        void at(StreamConnection connection, long now) {
            if (now - lastPing >= limits.ping().toNanos()) {
                lastPing = now;
                connection.ping();
            }
            if (!complained
                    && !connection.hasEvent()
                    && now - begin >= limits.firstEvent().toNanos()) {
                complained = true;
                LOG.log(Level.WARNING, "Stream {0} was accepted and says nothing", name);
            }
        }
    }
}
