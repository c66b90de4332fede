package com.eazybackup.comet.stream;

import com.eazybackup.comet.stream.Next.Leave;
import com.eazybackup.comet.stream.Next.Rest;
import com.eazybackup.comet.stream.Next.Stay;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * The life of a stream as a machine: told what can be seen, it says what to do. Knows no clock, no
 * network and no thread.
 *
 * <pre>
 * CONNECTING ─ opened ─► SIGNING_IN ─ 200 OK ─► QUIET ─ first event ─► HEALTHY
 *      ▲                     │                    │                      │
 *      └──── pause ◄─────────┴── refused, ended, silent, gone, too big ──┘
 * </pre>
 *
 * <p>Guarantee: an alert is given once in one outage; an outage ends with the first event after it.
 */
final class StreamLife {

    /** Where the connection stands. */
    enum Phase {
        CONNECTING,
        SIGNING_IN,
        /** Accepted, but nothing has come. */
        QUIET,
        HEALTHY
    }

    private final StreamLimits limits;
    private final ReconnectPolicy policy;
    private final Set<StreamAlert> given = EnumSet.noneOf(StreamAlert.class);

    private Phase phase = Phase.CONNECTING;
    private long began;
    private long lastPing;

    /**
     * @param chance from 0 to 1
     */
    StreamLife(StreamLimits limits, DoubleSupplier chance) {
        this.limits = limits;
        this.policy = new ReconnectPolicy(limits.pause(), limits.silences(), chance);
    }

    Phase phase() {
        return phase;
    }

    /** An attempt begins. */
    void connecting() {
        phase = Phase.CONNECTING;
    }

    /** The socket is open and the sign-in is under way. */
    void opened(long now) {
        phase = Phase.SIGNING_IN;
        began = now;
        lastPing = now - limits.ping().toNanos();
    }

    /** The socket did not come about. */
    Leave unreachable(String reason) {
        return failed(StreamState.DOWN, reason);
    }

    /** Nobody knows where to connect to. */
    Leave nowhere(String reason) {
        Leave leave = failed(StreamState.DOWN, reason);
        return new Leave(leave.state(), reason, leave.pause(), Rest.WHOLE, leave.alert());
    }

    /**
     * @param now {@link System#nanoTime()}
     */
    Next look(long now, Signs signs) {
        if (phase == Phase.SIGNING_IN && signs.accepted()) {
            phase = Phase.QUIET;
            began = now;
        }
        if (phase == Phase.QUIET && signs.hasEvent()) {
            phase = Phase.HEALTHY;
            policy.healthy();
            given.clear();
        }
        return phase == Phase.SIGNING_IN ? signingIn(now, signs) : accepted(now, signs);
    }

    private Next signingIn(long now, Signs signs) {
        if (signs.answered()) {
            return refused(signs.refusal());
        }
        if (signs.ending().isPresent()) {
            return failed(StreamState.DOWN, signs.ending().get().reason());
        }
        if (now - began >= limits.signIn().toNanos()) {
            return failed(StreamState.DOWN, "the server did not answer the sign-in");
        }
        return Stay.QUIETLY;
    }

    private Leave refused(String answer) {
        String reason = "the server answered: " + answer;
        if (!Handshake.unauthorised(answer)) {
            return failed(StreamState.REFUSED, reason);
        }
        policy.failed();
        return new Leave(
                StreamState.REFUSED,
                reason,
                limits.unauthorised(),
                Rest.UNTIL_OTHER_CREDENTIALS,
                once(StreamAlert.UNAUTHORISED));
    }

    private Next accepted(long now, Signs signs) {
        if (signs.ending().isPresent()) {
            return ended(now, signs.ending().get());
        }
        // While a frame waits for room on our side nothing is read: not the server's silence.
        if (!signs.waitsForRoom()) {
            if (now - signs.lastFrame() >= limits.idle().toNanos()) {
                return silent("nothing came for " + limits.idle().toSeconds() + " s");
            }
            long alive = Math.max(signs.lastPong(), signs.lastFrame());
            if (signs.lastPong() != Signs.NEVER && now - alive > limits.pong().toNanos()) {
                return silent("the server no longer answers");
            }
        }
        Optional<StreamAlert> alert =
                phase == Phase.QUIET && now - began >= limits.firstEvent().toNanos()
                        ? once(StreamAlert.MUTE)
                        : Optional.empty();
        boolean ping = now - lastPing >= limits.ping().toNanos();
        if (ping) {
            lastPing = now;
        }
        return new Stay(ping, alert);
    }

    private Leave ended(long now, Signs.Ending ending) {
        if (!ending.tooBig()) {
            return failed(StreamState.DOWN, ending.reason());
        }
        return new Leave(
                StreamState.DOWN,
                ending.reason(),
                policy.tooBig(now),
                Rest.WHOLE,
                once(StreamAlert.FRAME_TOO_LARGE));
    }

    private Leave failed(StreamState state, String reason) {
        Duration pause = policy.failed();
        return new Leave(
                state,
                reason,
                pause,
                Rest.UNTIL_THE_SERVER_IS_BACK,
                policy.alarming() ? once(StreamAlert.UNREACHABLE) : Optional.empty());
    }

    private Leave silent(String reason) {
        Duration pause = policy.silent();
        return new Leave(
                StreamState.DOWN,
                reason,
                pause,
                Rest.UNTIL_THE_SERVER_IS_BACK,
                policy.alarming() ? once(StreamAlert.SILENT) : Optional.empty());
    }

    private Optional<StreamAlert> once(StreamAlert alert) {
        return given.add(alert) ? Optional.of(alert) : Optional.empty();
    }
}
