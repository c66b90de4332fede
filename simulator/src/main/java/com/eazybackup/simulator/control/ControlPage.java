package com.eazybackup.simulator.control;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page's three files; nothing in it comes from elsewhere. */
final class ControlPage {

    private static final Map<String, String> TYPES =
            Map.of(
                    "index.html", "text/html; charset=utf-8",
                    "control.css", "text/css; charset=utf-8",
                    "control.js", "text/javascript; charset=utf-8");

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void send(HttpServerExchange exchange) throws IOException {
        String asked = exchange.getRelativePath().replaceFirst("^/", "");
        String file = asked.isEmpty() ? "index.html" : asked;
        if (!TYPES.containsKey(file)) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND);
            return;
        }
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, TYPES.get(file))
                .put(Headers.CACHE_CONTROL, "no-cache")
                .put(HttpString.tryFromString("Content-Security-Policy"), POLICY)
                .put(HttpString.tryFromString("X-Content-Type-Options"), "nosniff");
        try (InputStream in = ControlPage.class.getResourceAsStream(file)) {
            in.transferTo(exchange.getOutputStream());
        }
    }
}
