package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** {@code POST /api/v1/admin/<path>}: who asks, which call, in what dress the answer goes. */
final class AdminApi implements HttpHandler {

    static final String PREFIX = "/api/v1/admin/";

    private final Calls calls;
    private final Credentials credentials;
    private final Switches switches;
    private final Consumer<String> passwordCalls;
    private final Oddities oddities;
    private final LongAdder served = new LongAdder();

    /**
     * @param passwordCalls told the path of each call that was made with a password
     */
    AdminApi(
            Calls calls,
            Credentials credentials,
            Switches switches,
            Consumer<String> passwordCalls) {
        this.calls = calls;
        this.credentials = credentials;
        this.switches = switches;
        this.passwordCalls = passwordCalls;
        this.oddities = new Oddities(switches);
    }

    long served() {
        return served.sum();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        served.increment();
        String path = exchange.getRelativePath().replaceFirst("^/", "");
        Call call = calls.find(path).orElse(null);
        if (call == null) {
            exchange.setStatusCode(404);
            return;
        }
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.setStatusCode(405);
            return;
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        try {
            Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
            authenticate(form, exchange.getRequestPath());
            send(exchange, 200, oddities.apply(call.answer(form)));
        } catch (CallRefused e) {
            sendError(exchange, e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            sendError(exchange, 400, e.getMessage());
        }
    }

    private void authenticate(Form form, String path) {
        String authType = form.text("AuthType");
        if (!credentials.accepts(
                form.text("Username"), authType, form.text("Password"), form.text("SessionKey"))) {
            throw new CallRefused(403, "Permission denied");
        }
        if (authType.equals("Password")) {
            passwordCalls.accept(path);
        }
    }

    private void sendError(HttpServerExchange exchange, int status, String message)
            throws IOException {
        ObjectNode error =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Status", status)
                        .put("Message", String.valueOf(message));
        send(exchange, switches.errorsAsHttpStatus ? status : 200, error);
    }

    private void send(HttpServerExchange exchange, int httpStatus, JsonNode body)
            throws IOException {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
        exchange.setStatusCode(httpStatus);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("gzip")) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
            bytes = gzip(bytes);
        }
        exchange.setResponseContentLength(bytes.length);
        if (switches.truncatedBodies) {
            exchange.getOutputStream().write(Arrays.copyOf(bytes, bytes.length / 2));
            exchange.getOutputStream().flush();
            exchange.getConnection().close();
        } else {
            exchange.getOutputStream().write(bytes);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
