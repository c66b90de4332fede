package com.eazybackup.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * One open live view: the stream of server-sent events that a page listens to. Notes how old each
 * event of the present flood is when its line has arrived.
 */
final class Viewing implements Flow.Subscriber<String> {

    private final int client;
    private final BitSet seen = new BitSet();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private FloodLog log;
    private Delays delays;
    private int distinct;
    private int doubled;
    private boolean ended;
    private Flow.Subscription subscription;

    private Viewing(int client) {
        this.client = client;
    }

    /** Returns when the snapshot has begun to arrive. */
    static Viewing open(URI portal, HttpClient session, int client) {
        Viewing viewing = new Viewing(client);
        session.sendAsync(
                        HttpRequest.newBuilder(portal.resolve("/api/pulse/events"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        answer -> body(answer, viewing))
                .exceptionally(
                        failure -> {
                            viewing.onError(failure);
                            return null;
                        });
        viewing.begun.join();
        return viewing;
    }

    private static HttpResponse.BodySubscriber<Void> body(
            HttpResponse.ResponseInfo answer, Viewing viewing) {
        if (answer.statusCode() != 200) {
            viewing.onError(new IllegalStateException("events: " + answer.statusCode()));
        }
        return BodyHandlers.fromLineSubscriber(viewing).apply(answer);
    }

    int client() {
        return client;
    }

    /** From now on events of this flood count. */
    synchronized void expect(FloodLog flood, Delays into) {
        log = flood;
        delays = into;
        seen.clear();
        distinct = 0;
        doubled = 0;
    }

    synchronized int distinct() {
        return distinct;
    }

    synchronized int doubled() {
        return doubled;
    }

    synchronized boolean ended() {
        return ended;
    }

    void close() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        long now = System.nanoTime();
        begun.complete(null);
        if (line.startsWith("data: {\"kind\":\"job:start\"")) {
            note(line, false, now);
        } else if (line.startsWith("data: {\"kind\":\"job:end\"")) {
            note(line, true, now);
        }
    }

    private synchronized void note(String line, boolean end, long now) {
        OptionalLong number = FloodLog.numberIn(line);
        if (log == null || number.isEmpty() || !log.has(number.getAsLong())) {
            return;
        }
        int index = log.index(number.getAsLong(), end);
        if (seen.get(index)) {
            doubled++;
            return;
        }
        seen.set(index);
        distinct++;
        delays.add(log.since(number.getAsLong(), end, now));
    }

    @Override
    public synchronized void onError(Throwable failure) {
        ended = true;
        begun.completeExceptionally(failure);
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
        begun.complete(null);
    }
}
