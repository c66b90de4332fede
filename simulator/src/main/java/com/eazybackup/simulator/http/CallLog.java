package com.eazybackup.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The last requests, the newest first: where to, how answered, never what was in them. */
public final class CallLog {

    /**
     * @param at Unix milliseconds
     * @param status HTTP status; 0 = no answer, or not yet
     * @param bytes of the answer's body as sent
     */
    public record Entry(long at, String path, int status, long millis, long bytes) {}

    private static final int MOST = 200;

    private static final class Open {
        private final long at;
        private final String path;
        private final long begun = System.nanoTime();
        private volatile Entry ended;

        Open(long at, String path) {
            this.at = at;
            this.path = path;
        }

        Entry entry() {
            Entry done = ended;
            return done != null ? done : new Entry(at, path, 0, millis(), 0);
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }

    private final Clock clock;
    private final Deque<Open> calls = new ArrayDeque<>();

    public CallLog(Clock clock) {
        this.clock = clock;
    }

    /** Notes every request on its way to the next handler. */
    public HttpHandler before(HttpHandler next) {
        return exchange -> {
            Open open = new Open(clock.millis(), exchange.getRequestPath());
            note(open);
            exchange.addExchangeCompleteListener(
                    (ended, proceed) -> {
                        open.ended = entry(open, ended);
                        proceed.proceed();
                    });
            next.handleRequest(exchange);
        };
    }

    public synchronized List<Entry> newestFirst() {
        List<Entry> entries = new ArrayList<>();
        calls.forEach(call -> entries.add(call.entry()));
        Collections.reverse(entries);
        return entries;
    }

    private synchronized void note(Open open) {
        calls.addLast(open);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    private static Entry entry(Open open, HttpServerExchange ended) {
        boolean answered = ended.isResponseStarted();
        return new Entry(
                open.at,
                open.path,
                answered ? ended.getStatusCode() : 0,
                open.millis(),
                ended.getResponseBytesSent());
    }
}
