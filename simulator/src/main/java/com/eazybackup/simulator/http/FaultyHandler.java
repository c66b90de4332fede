package com.eazybackup.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Plays the {@link Faults} that are switched on, then lets the request through. */
public final class FaultyHandler implements HttpHandler {

    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head>"
                    + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";

    private final Faults faults;
    private final HttpHandler next;

    public FaultyHandler(Faults faults, HttpHandler next) {
        this.faults = faults;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        long delay = faults.delayMillis();
        if (delay <= 0) {
            play(exchange);
            return;
        }
        HttpHandler later = this::play;
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () ->
                        exchange.getIoThread()
                                .executeAfter(
                                        () -> exchange.dispatch(later),
                                        delay,
                                        TimeUnit.MILLISECONDS));
    }

    private void play(HttpServerExchange exchange) throws Exception {
        if (faults.drop()) {
            drop(exchange);
        } else if (faults.html()) {
            exchange.setStatusCode(502);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html");
            exchange.getResponseSender().send(PAGE);
        } else if (faults.refuse()) {
            exchange.setStatusCode(403);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender()
                    .send(
                            "{\"result\":\"error\",\"Status\":403,"
                                    + "\"message\":\"Invalid IP\",\"Message\":\"Permission denied\"}");
        } else {
            next.handleRequest(exchange);
        }
    }

    private static void drop(HttpServerExchange exchange) throws IOException {
        exchange.getConnection().close();
    }
}
