package com.eazybackup.comet.stream;

import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.stream.Next.Leave;
import com.eazybackup.comet.stream.Next.Rest;
import com.eazybackup.comet.stream.Next.Stay;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one stream alive until its thread is interrupted: connects, signs in, watches, and connects
 * again when it ends, for whatever reason. What to do when is {@link StreamLife}'s to say.
 *
 * <p>Guarantee: at most one connection at any time; {@link FrameSink#opened} once for each accepted
 * one, before its first frame. A server that was away is found again within some seconds of its
 * return, however long the pauses between attempts have become.
 */
public final class SupervisedStream implements Runnable {

    private static final Logger LOG = System.getLogger(SupervisedStream.class.getName());
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration KNOCK_EVERY = Duration.ofSeconds(2);

    private final String name;
    private final TargetSource targets;
    private final FrameSink sink;
    private final StreamLimits limits;
    private final Clock clock;
    private final StreamLife life;
    private final ServerKnock knock = new ServerKnock();
    private final Semaphore requests = new Semaphore(0);

    private StreamTarget tried;
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
        this.life = new StreamLife(limits, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Ends a pause between two attempts, also one for credentials that were not accepted. */
    public void tryNow() {
        requests.release();
    }

    @Override
    public void run() {
        report(StreamState.CONNECTING, "");
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Leave end = attempt();
                ended(end);
                rest(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        report(StreamState.DOWN, "the portal has stopped");
    }

    /** One connection from beginning to end. */
    private Leave attempt() throws InterruptedException {
        life.connecting();
        try {
            tried = targets.target();
        } catch (NoTarget e) {
            tried = null;
            return life.nowhere(e.getMessage());
        }
        try {
            targets.pass(tried.address());
        } catch (UnknownHostException e) {
            return life.unreachable(tried.address() + " cannot be reached");
        } catch (IOException refused) {
            return life.nowhere(refused.getMessage());
        }
        StreamConnection connection =
                new StreamConnection(tried.credentials(), sink, limits.largestFrame());
        try {
            Sockets.open(tried, connection, limits);
            return watch(connection);
        } catch (DeploymentException | IOException e) {
            LOG.log(Level.DEBUG, "Stream " + name, e);
            return life.unreachable(tried.address() + " cannot be reached");
        } finally {
            connection.close();
        }
    }

    private Leave watch(StreamConnection connection) throws InterruptedException {
        life.opened(System.nanoTime());
        while (true) {
            Next next = life.look(System.nanoTime(), connection.signs());
            if (next instanceof Leave leave) {
                return leave;
            }
            Stay stay = (Stay) next;
            if (life.phase() != StreamLife.Phase.SIGNING_IN) {
                report(StreamState.LIVE, "");
            }
            if (stay.ping()) {
                connection.ping();
            }
            stay.alert().ifPresent(this::alert);
            connection.awaitChange(LOOK);
        }
    }

    private void ended(Leave end) {
        LOG.log(
                Level.INFO,
                "Stream {0} is {1}: {2}; next attempt in {3} ms",
                name,
                end.state().wire(),
                end.reason(),
                end.pause().toMillis());
        report(end.state(), end.reason());
        end.alert().ifPresent(this::alert);
    }

    private void alert(StreamAlert alert) {
        LOG.log(Level.WARNING, "Stream {0}: {1}", name, alert.sentence());
        sink.alert(alert);
    }

    private void rest(Leave end) throws InterruptedException {
        requests.drainPermits();
        if (end.rest() == Rest.UNTIL_OTHER_CREDENTIALS) {
            awaitOtherCredentials(end.pause());
        } else if (end.rest() == Rest.UNTIL_THE_SERVER_IS_BACK
                && end.pause().compareTo(KNOCK_EVERY) > 0) {
            awaitReturn(end.pause());
        } else {
            requested(end.pause());
        }
    }

    /** A server that answers already has other trouble: then the whole pause is kept. */
    private void awaitReturn(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        URI address = tried.address();
        boolean away = false;
        while (end - System.nanoTime() > 0) {
            boolean there = mayKnock(address) && knock.answered(address);
            if (there && away) {
                LOG.log(Level.INFO, "Stream {0}: the server is back", name);
                return;
            }
            away |= !there;
            if (requested(shorter(KNOCK_EVERY, end))) {
                return;
            }
        }
    }

    private boolean mayKnock(URI address) {
        try {
            targets.pass(address);
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Stream {0}: {1}", name, e.getMessage());
            return false;
        }
    }

    private void awaitOtherCredentials(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        while (end - System.nanoTime() > 0) {
            if (requested(shorter(limits.recheck(), end)) || changed(tried.credentials())) {
                return;
            }
        }
    }

    private boolean changed(CometCredentials refused) {
        try {
            return !targets.target().credentials().equals(refused);
        } catch (NoTarget e) {
            LOG.log(Level.DEBUG, "Stream {0}: {1}", name, e.getMessage());
            return false;
        }
    }

    private static Duration shorter(Duration step, long end) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(step) < 0 ? left : step;
    }

    private boolean requested(Duration limit) throws InterruptedException {
        return requests.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
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
}
