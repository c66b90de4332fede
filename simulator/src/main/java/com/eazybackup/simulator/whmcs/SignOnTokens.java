package com.eazybackup.simulator.whmcs;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Tokens of CreateSsoToken: good once, for sixty seconds, and the page where they are shown. */
final class SignOnTokens implements HttpHandler {

    static final String PATH = "/oauth/singlesignon.php";

    private static final Duration LIFE = Duration.ofSeconds(60);

    private record Token(int client, int user, String path, Instant until) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Clock clock;
    private volatile URI origin = URI.create("http://127.0.0.1");

    SignOnTokens(Clock clock) {
        this.clock = clock;
    }

    void at(URI here) {
        origin = here;
    }

    String issue(int client, int user, String path) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        tokens.put(token, new Token(client, user, path, clock.instant().plus(LIFE)));
        return token;
    }

    String address(String token) {
        return origin + PATH + "?access_token=" + token;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
        String given =
                Optional.ofNullable(exchange.getQueryParameters().get("access_token"))
                        .map(Deque::getFirst)
                        .orElse("");
        Token token = tokens.remove(given);
        if (token == null || token.until().isBefore(clock.instant())) {
            exchange.setStatusCode(403);
            exchange.getResponseSender().send("<!doctype html><title>Invalid token</title>");
            return;
        }
        String where = token.path().replaceAll("[^A-Za-z0-9/?=&_.-]", "");
        exchange.getResponseSender()
                .send(
                        "<!doctype html><title>WHMCS</title><p>Signed in for client "
                                + token.client()
                                + (token.user() > 0 ? " as user " + token.user() : "")
                                + ", on the way to /"
                                + where
                                + "</p>");
    }
}
