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
import java.io.OutputStream;
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
    private final Landmarks landmarks;
    private final LongAdder served = new LongAdder();

    Api(HttpString method, Calls calls, SignIn signIn, Switches switches, ProtocolCheck protocol) {
        this.method = method;
        this.calls = calls;
        this.signIn = signIn;
        this.switches = switches;
        this.protocol = protocol;
        this.oddities = new Oddities(switches);
        this.landmarks = new Landmarks(switches);
    }

    long served() {
        return served.sum();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        served.increment();
        String path = exchange.getRelativePath().replaceFirst("^/", "");
        boolean known = calls.has(path) && landmarks.hasCall(path);
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.setStatusCode(known ? 405 : 404);
            return;
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        try {
            Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
            listenIn(exchange, form);
            if (!known) {
                exchange.setStatusCode(404);
                return;
            }
            signIn.check(form, exchange.getRequestPath());
            if (switches.permissionDenied) {
                throw new CallRefused(switches.permissionStatus, "Permission denied");
            }
            answer(exchange, path, form);
        } catch (CallRefused e) {
            sendRefusal(exchange, e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            sendRefusal(exchange, 400, e.getMessage());
        }
    }

    private void answer(HttpServerExchange exchange, String path, Form form) throws IOException {
        Optional<RawCall> raw = calls.findRaw(path);
        if (raw.isPresent()) {
            sendRaw(exchange, raw.get().answer(form));
            return;
        }
        Optional<LongCall> list = calls.findLong(path);
        if (list.isPresent()) {
            sendLong(exchange, list.get().answer(form));
            return;
        }
        JsonNode answer = calls.find(path).orElseThrow().answer(form);
        protocol.answer(exchange.getRequestPath(), answer);
        boolean map = protocol.answersMap(exchange.getRequestPath());
        send(exchange, 200, oddities.apply(answer, map));
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

    private void sendLong(HttpServerExchange exchange, LongAnswer answer) throws IOException {
        LongSender sender = new LongSender(oddities);
        if (switches.truncatedBodies) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            sender.send(answer, whole, sample -> {});
            send(exchange, 200, whole.toByteArray());
            return;
        }
        OutputStream plain = exchange.getOutputStream();
        OutputStream out = dress(exchange) ? new GZIPOutputStream(plain, 1 << 15) : plain;
        sender.send(answer, out, sample -> protocol.answer(exchange.getRequestPath(), sample));
    }

    private void send(HttpServerExchange exchange, int httpStatus, JsonNode body)
            throws IOException {
        send(exchange, httpStatus, Json.MAPPER.writeValueAsBytes(body));
    }

    private void send(HttpServerExchange exchange, int httpStatus, byte[] plain)
            throws IOException {
        exchange.setStatusCode(httpStatus);
        byte[] bytes = dress(exchange) ? gzip(plain) : plain;
        exchange.setResponseContentLength(bytes.length);
        if (switches.truncatedBodies) {
            exchange.getOutputStream().write(Arrays.copyOf(bytes, bytes.length / 2));
            exchange.getOutputStream().flush();
            exchange.getConnection().close();
        } else {
            exchange.getOutputStream().write(bytes);
        }
    }

    /**
     * @return whether the body goes out zipped
     */
    private static boolean dress(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        boolean zipped = accepted != null && accepted.contains("gzip");
        if (zipped) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
        }
        return zipped;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
