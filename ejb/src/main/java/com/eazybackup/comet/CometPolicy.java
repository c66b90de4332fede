package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How one Comet Server is treated: how many calls of each kind at a time, and when it is left
 * alone.
 *
 * <p>A server that is away, hangs or answers with a proxy's page opens the breaker; one that
 * declines does not. Credentials that were not accepted rest by themselves. Each server has its
 * own, so a sick one slows no other down.
 */
final class CometPolicy {

    private static final int TRIES_AFTER_REST = 3;

    private final String server;
    private final CometLimits limits;
    private final CircuitBreaker breaker;
    private final Map<CallKind, Bulkhead> places = new EnumMap<>(CallKind.class);
    private volatile long refusedUntil;
    private volatile boolean refused;

    CometPolicy(String server, CometLimits limits) {
        this.server = server;
        this.limits = limits;
        this.breaker =
                CircuitBreaker.of(
                        server,
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(limits.calls())
                                .minimumNumberOfCalls(limits.calls() / 2)
                                .failureRateThreshold(limits.failed())
                                .waitDurationInOpenState(limits.rest())
                                .permittedNumberOfCallsInHalfOpenState(TRIES_AFTER_REST)
                                .build());
        for (CallKind kind : CallKind.values()) {
            places.put(
                    kind,
                    Bulkhead.of(
                            server + " " + kind,
                            BulkheadConfig.custom()
                                    .maxConcurrentCalls(kind.atATime())
                                    .maxWaitDuration(kind.queue())
                                    .build()));
        }
    }

    /**
     * Waits for a place.
     *
     * @param signedIn whether the call uses the credentials
     */
    Turn enter(CallKind kind, boolean signedIn) throws CometException {
        if (signedIn && refused && refusedUntil - System.nanoTime() > 0) {
            throw new CometException(
                    Kind.WRONG_CREDENTIALS,
                    0,
                    server + " did not accept the credentials; they are not tried again yet.");
        }
        if (!places.get(kind).tryAcquirePermission()) {
            throw new CometException(Kind.BUSY, 0, "Too many calls of " + server + " at a time.");
        }
        if (!breaker.tryAcquirePermission()) {
            leave(kind);
            throw new CometException(
                    Kind.BUSY, 0, server + " has not answered and is left alone for a moment.");
        }
        return new Turn(this, kind);
    }

    Duration limit(CallKind kind) {
        return limits.patience().apply(kind.limit());
    }

    void leave(CallKind kind) {
        places.get(kind).onComplete();
    }

    void succeeded(Duration took) {
        refused = false;
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(CallKind kind, CometException trouble, Duration took) {
        if (trouble.kind() == Kind.INTERRUPTED) {
            breaker.releasePermission();
        } else if (isServers(kind, trouble)) {
            breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, trouble);
        } else {
            breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Whether it is the server that is away, and not a device, or Comet that declines. */
    private static boolean isServers(CallKind kind, CometException trouble) {
        boolean slowDevice =
                trouble.kind() == Kind.TIMED_OUT
                        && (kind == CallKind.DEVICE || kind == CallKind.BROWSE);
        return !trouble.isSaidByComet()
                && !slowDevice
                && switch (trouble.kind()) {
                    case UNREACHABLE, TIMED_OUT, UNREADABLE, FAILED -> true;
                    default -> false;
                };
    }

    /** A list that had begun well did not come to its end. */
    void brokeOff(CometException trouble, Duration took) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, trouble);
    }

    /** Nobody looked at the answer. */
    void cameToNothing() {
        breaker.releasePermission();
    }

    /** It is certain that the server does not accept the credentials. */
    void refused() {
        refusedUntil = System.nanoTime() + limits.refused().toNanos();
        refused = true;
    }

    CometHealth health() {
        CircuitBreaker.Metrics seen = breaker.getMetrics();
        return new CometHealth(
                breaker.getState() == CircuitBreaker.State.OPEN,
                refused,
                seen.getNumberOfFailedCalls(),
                seen.getNumberOfBufferedCalls());
    }
}
