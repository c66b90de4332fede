package com.eazybackup.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.xnio.IoUtils;

/**
 * Plays the {@link Faults} that hold for a request: waits for all the slow ones, then the first of
 * another kind; without one the request goes through.
 */
public final class FaultyHandler implements HttpHandler {

    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head>"
                    + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";

    private final Faults faults;
    private final Predicate<Fault> heeded;
    private final HttpHandler next;

    public FaultyHandler(Faults faults, HttpHandler next) {
        this(faults, fault -> true, next);
    }

    /**
     * @param heeded which faults hold here
     */
    public FaultyHandler(Faults faults, Predicate<Fault> heeded, HttpHandler next) {
        this.faults = faults;
        this.heeded = heeded;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        List<Fault> all = faults.of(exchange.getRequestPath(), heeded);
        int delay =
                all.stream()
                        .filter(fault -> fault.kind() == Fault.Kind.SLOW)
                        .mapToInt(Fault::value)
                        .sum();
        Optional<Fault> other =
                all.stream().filter(fault -> fault.kind() != Fault.Kind.SLOW).findFirst();
        if (delay == 0) {
            play(other, exchange);
            return;
        }
        HttpHandler later = same -> play(other, same);
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () ->
                        exchange.getIoThread()
                                .executeAfter(
                                        () -> exchange.dispatch(later),
                                        delay,
                                        TimeUnit.MILLISECONDS));
    }

    private void play(Optional<Fault> fault, HttpServerExchange exchange) throws Exception {
        if (fault.isEmpty()) {
            next.handleRequest(exchange);
            return;
        }
        int value = fault.get().value();
        switch (fault.get().kind()) {
            case SLOW -> next.handleRequest(exchange);
            case HANG -> {
                faults.hang(exchange);
                exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {});
            }
            case STATUS -> {
                if (value == StatusCodes.TOO_MANY_REQUESTS) {
                    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
                }
                send(exchange, value, "text/plain", StatusCodes.getReason(value));
            }
            case ERROR_BODY ->
                    send(exchange, 200, "application/json", error(value, "Internal error"));
            case HTML -> send(exchange, value, "text/html", PAGE);
            case REFUSED -> send(exchange, value, "application/json", error(value, "Invalid IP"));
            case EMPTY -> send(exchange, 200, "application/json", "");
            case TRUNCATED -> {
                exchange.addResponseWrapper(
                        (factory, same) -> new CutOff(factory.create(), same, value));
                next.handleRequest(exchange);
            }
            case DROP -> IoUtils.safeClose(exchange.getConnection());
        }
    }

    /** An error object as both Comet and WHMCS would shape it. */
    private static String error(int status, String message) {
        return "{\"result\":\"error\",\"Status\":%1$d,\"message\":\"%2$s\",\"Message\":\"%2$s\"}"
                .formatted(status, message);
    }

    private static void send(HttpServerExchange exchange, int status, String type, String body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(body);
    }
}
