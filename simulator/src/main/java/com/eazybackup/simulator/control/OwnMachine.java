package com.eazybackup.simulator.control;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Set;

/**
 * Whether a request is from this machine's user. A name of somebody else's that resolves to
 * 127.0.0.1 shows in Host, another site's page in Origin.
 */
final class OwnMachine {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private OwnMachine() {}

    static boolean asks(HttpServerExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        return host != null
                && NAMES.contains(host.replaceFirst(":\\d{1,5}$", ""))
                && (origin == null || origin.equals("http://" + host));
    }
}
