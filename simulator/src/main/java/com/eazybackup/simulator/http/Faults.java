package com.eazybackup.simulator.http;

import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.xnio.IoUtils;

/**
 * Ways in which a server misbehaves: on every path or some, on every request or each n-th. None at
 * first; may be changed while the server runs, and hold for requests that arrive afterwards.
 */
public final class Faults {

    private static final class Active {
        private final Fault fault;
        private final AtomicInteger fitting = new AtomicInteger();
        private final AtomicInteger hits = new AtomicInteger();

        Active(Fault fault) {
            this.fault = fault;
        }

        boolean hits(String path) {
            if (!path.startsWith(fault.path()) || fitting.incrementAndGet() % fault.every() != 0) {
                return false;
            }
            return fault.times() == 0 || hits.incrementAndGet() <= fault.times();
        }
    }

    private final List<Active> active = new CopyOnWriteArrayList<>();
    private final Set<HttpServerExchange> hanging = ConcurrentHashMap.newKeySet();

    public void add(Fault fault) {
        active.add(new Active(fault));
    }

    /** Takes away every fault that fits; requests that hang are dropped then. */
    public void remove(Predicate<Fault> unwanted) {
        active.removeIf(one -> unwanted.test(one.fault));
        dropWhatNeedNotHang();
    }

    /** None any more. */
    public void clear() {
        remove(fault -> true);
    }

    public List<Fault> all() {
        return active.stream().map(one -> one.fault).toList();
    }

    /** Every answer waits that long; 0 ends it. */
    public void delay(long millis) {
        everywhere(Fault.always(Fault.Kind.SLOW).value(Math.toIntExact(millis)), millis > 0);
    }

    /** HTTP 502 with a page of HTML, as a proxy gives when the server behind it is away. */
    public void html(boolean on) {
        everywhere(Fault.always(Fault.Kind.HTML), on);
    }

    /** HTTP 403 whatever the credentials, as for a caller whose address is not on the list. */
    public void refuse(boolean on) {
        everywhere(Fault.always(Fault.Kind.REFUSED), on);
    }

    /** The connection ends without an answer. */
    public void drop(boolean on) {
        everywhere(Fault.always(Fault.Kind.DROP), on);
    }

    /** How many requests hang. */
    public int hanging() {
        return hanging.size();
    }

    private void dropWhatNeedNotHang() {
        if (active.stream().noneMatch(one -> one.fault.kind() == Fault.Kind.HANG)) {
            hanging.forEach(exchange -> IoUtils.safeClose(exchange.getConnection()));
            hanging.clear();
        }
    }

    private void everywhere(Fault wanted, boolean on) {
        remove(
                fault ->
                        fault.kind() == wanted.kind()
                                && fault.path().isEmpty()
                                && fault.every() == 1
                                && fault.times() == 0);
        if (on) {
            add(wanted);
        }
    }

    /** The faults that this request has to suffer; counts it for those that are heeded. */
    List<Fault> of(String path, Predicate<Fault> heeded) {
        return active.stream()
                .filter(one -> heeded.test(one.fault) && one.hits(path))
                .map(one -> one.fault)
                .toList();
    }

    void hang(HttpServerExchange exchange) {
        hanging.add(exchange);
        exchange.addExchangeCompleteListener(
                (ended, next) -> {
                    hanging.remove(ended);
                    next.proceed();
                });
        // The fault may have been taken away since it was met.
        dropWhatNeedNotHang();
    }
}
