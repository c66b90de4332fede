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
     * Waits for a place. Whoever gets one gives it back by {@link #leave}, and says by {@link
     * #succeeded} or {@link #failed} what came of it.
     */
    void enter(CallKind kind) throws CometException {
        if (refused && refusedUntil - System.nanoTime() > 0) {
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
    }

    void leave(CallKind kind) {
        places.get(kind).onComplete();
    }

    void succeeded(Duration took) {
        refused = false;
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(CometException trouble, Duration took) {
        switch (trouble.kind()) {
            case UNREACHABLE, TIMED_OUT, UNREADABLE -> breakerSees(trouble, took);
            case FAILED -> {
                if (trouble.isSaidByComet()) {
                    // It is there, and has an opinion.
                    breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
                } else {
                    breakerSees(trouble, took);
                }
            }
            case INTERRUPTED -> breaker.releasePermission();
            default -> breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void breakerSees(CometException trouble, Duration took) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, trouble);
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
