package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;

/** All calls below one address: who asks, which call, in what dress the answer goes. */
final class Api implements HttpHandler {

    static final String ADMIN = "/api/v1/admin/";
    static final String USER_WEB = "/api/v1/user/web/";
    static final String HYBRID = "/api/v1/hybrid/";
    static final String PUBLIC = "/gen/";

    private final HttpString method;
    private final Calls calls;
    private final SignIn signIn;
    private final Switches switches;
    private final ProtocolCheck protocol;
    private final Oddities oddities;
    private final LongAdder served = new LongAdder();

    Api(HttpString method, Calls calls, SignIn signIn, Switches switches, ProtocolCheck protocol) {
        this.method = method;
        this.calls = calls;
        this.signIn = signIn;
        this.switches = switches;
        this.protocol = protocol;
        this.oddities = new Oddities(switches);
    }

    long served() {
        return served.sum();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        served.increment();
        String path = exchange.getRelativePath().replaceFirst("^/", "");
        Optional<Call> call = calls.find(path);
        Optional<RawCall> raw = calls.findRaw(path);
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.setStatusCode(call.isEmpty() && raw.isEmpty() ? 404 : 405);
            return;
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        try {
            Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
            listenIn(exchange, form);
            if (call.isEmpty() && raw.isEmpty()) {
                exchange.setStatusCode(404);
                return;
            }
            signIn.check(form, exchange.getRequestPath());
            if (raw.isPresent()) {
                sendRaw(exchange, raw.get().answer(form));
                return;
            }
            JsonNode answer = call.get().answer(form);
            protocol.answer(exchange.getRequestPath(), answer);
            send(exchange, 200, oddities.apply(answer));
        } catch (CallRefused e) {
            sendRefusal(exchange, e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            sendRefusal(exchange, 400, e.getMessage());
        }
    }

    private void listenIn(HttpServerExchange exchange, Form form) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        protocol.request(
                exchange.getRequestPath(),
                type == null ? "" : type,
                exchange.getQueryString(),
                form);
    }

    private void sendRefusal(HttpServerExchange exchange, int status, String message)
            throws IOException {
        ObjectNode refusal =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Status", status)
                        .put("Message", String.valueOf(message));
        send(exchange, switches.errorsAsHttpStatus ? status : 200, refusal);
    }

    private static void sendRaw(HttpServerExchange exchange, RawAnswer answer) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
        if (!answer.fileName().isEmpty()) {
            exchange.getResponseHeaders()
                    .put(
                            Headers.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + answer.fileName() + "\"");
        }
        exchange.setResponseContentLength(answer.length());
        answer.content().writeTo(exchange.getOutputStream());
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
