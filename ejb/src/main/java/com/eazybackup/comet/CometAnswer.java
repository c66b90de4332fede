package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * The one place that turns what a Comet Server answers into a result or a {@link CometException}.
 *
 * <p>Comet reports errors as {@code {"Status":…,"Message":…}}, also under HTTP 200. Only both
 * fields together make an error: a job has a {@code Status} too, of 5000 and more.
 */
final class CometAnswer implements AutoCloseable {

    private static final int ERROR_FROM = 400;
    private static final int ERROR_TEXT = 64 * 1024;
    private static final int SHOWN = 200;

    /** A constant of the protocol, not a text for people. */
    private static final String TOTP_REQUIRED = "ERR_TOTP_REQUIRED";

    private final StallGuard guard;
    private final HttpResponse<InputStream> response;
    private final InputStream body;
    private final Turn turn;
    private JsonParser parser;

    private CometAnswer(
            StallGuard guard, HttpResponse<InputStream> response, InputStream body, Turn turn) {
        this.guard = guard;
        this.response = response;
        this.body = body;
        this.turn = turn;
    }

    /**
     * @param turn says how long the body may keep somebody waiting without a byte; it is left when
     *     the answer is closed, not when this throws
     */
    static CometAnswer open(HttpResponse<InputStream> response, Turn turn) throws CometException {
        StallGuard guard = new StallGuard(response.body(), turn.limit());
        guard.waiting();
        try {
            InputStream body = plain(response);
            if (response.statusCode() / 100 != 2) {
                String text = new String(body.readNBytes(ERROR_TEXT), StandardCharsets.UTF_8);
                guard.close();
                throw failed(response.statusCode(), text);
            }
            return new CometAnswer(guard, response, body, turn);
        } catch (IOException e) {
            guard.close();
            throw broken(guard, e);
        }
    }

    private static InputStream plain(HttpResponse<InputStream> response) throws IOException {
        return packed(response) ? new GZIPInputStream(response.body()) : response.body();
    }

    private static boolean packed(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
    }

    /** The whole answer, for those that are one object. */
    JsonNode object() throws CometException {
        JsonNode answer = tree();
        if (!answer.isObject()) {
            throw new CometException(Kind.UNREADABLE, 0, "The answer is not a JSON object.");
        }
        return answer;
    }

    /** The whole answer. */
    JsonNode tree() throws CometException {
        try {
            parser().nextToken();
            JsonNode answer = readTree();
            if (answer == null) {
                throw new CometException(Kind.UNREADABLE, 0, "The answer is empty.");
            }
            refuseError(answer);
            turn.succeeded();
            return answer;
        } catch (IOException e) {
            throw turn.failed(broken(guard, e));
        } catch (CometException e) {
            throw turn.failed(e);
        }
    }

    Turn turn() {
        return turn;
    }

    /**
     * The answer as bytes. An error is told from a file by its being a small JSON object that says
     * so; such a file would be none of a backup client's.
     */
    RawAnswer raw() throws CometException {
        try {
            PushbackInputStream bytes = new PushbackInputStream(body, ERROR_TEXT);
            byte[] begin = bytes.readNBytes(1);
            if (begin.length == 1 && begin[0] == '{') {
                begin = joined(begin, bytes.readNBytes(ERROR_TEXT - 1));
                Optional<CometException> error =
                        parsed(new String(begin, StandardCharsets.UTF_8))
                                .flatMap(CometAnswer::error);
                if (error.isPresent()) {
                    throw error.get();
                }
            }
            bytes.unread(begin);
            guard.served();
            turn.succeeded();
            return new RawAnswer(
                    response.headers().firstValue("Content-Type").orElse(""),
                    packed(response)
                            ? OptionalLong.empty()
                            : response.headers().firstValueAsLong("Content-Length"),
                    new GuardedStream(bytes, guard),
                    this::close);
        } catch (IOException e) {
            throw turn.failed(broken(guard, e));
        } catch (CometException e) {
            throw turn.failed(e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    JsonParser parser() throws IOException {
        if (parser == null) {
            parser = Wire.JSON.getFactory().createParser(body);
        }
        return parser;
    }

    StallGuard guard() {
        return guard;
    }

    JsonNode readTree() throws IOException {
        return parser().readValueAsTree();
    }

    /**
     * @throws CometException when the object is Comet's way to say that it did not work
     */
    static void refuseError(JsonNode answer) throws CometException {
        Optional<CometException> error = error(answer);
        if (error.isPresent()) {
            throw error.get();
        }
    }

    private static Optional<CometException> error(JsonNode answer) {
        JsonNode status = answer.path("Status");
        if (!answer.isObject()
                || !status.isIntegralNumber()
                || !answer.has("Message")
                || status.asInt() < ERROR_FROM) {
            return Optional.empty();
        }
        String message = Wire.text(answer, "Message");
        return Optional.of(
                new CometException(
                                TOTP_REQUIRED.equals(message)
                                        ? Kind.TOTP_REQUIRED
                                        : kind(status.asInt()),
                                status.asInt(),
                                "Comet says " + status.asInt() + ": " + shown(message))
                        .saidByComet());
    }

    private static CometException failed(int httpStatus, String body) {
        return parsed(body)
                .flatMap(CometAnswer::error)
                .orElseGet(
                        () ->
                                new CometException(
                                        // Something in front of Comet does not let us through.
                                        kind(httpStatus) == Kind.WRONG_CREDENTIALS
                                                ? Kind.FORBIDDEN
                                                : kind(httpStatus),
                                        httpStatus,
                                        "HTTP status " + httpStatus + "."));
    }

    /** A proxy's page is no JSON; its status says enough. */
    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.ofNullable(Wire.JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.WRONG_CREDENTIALS;
            case 404 -> Kind.NOT_FOUND;
            case 408, 504 -> Kind.TIMED_OUT;
            case 409, 412 -> Kind.CONFLICT;
            // It asks for a pause; counted as no answer, so that it gets one.
            case 429 -> Kind.FAILED;
            default -> status >= 500 || status < ERROR_FROM ? Kind.FAILED : Kind.REFUSED;
        };
    }

    private static String shown(String message) {
        return message.length() <= SHOWN ? message : message.substring(0, SHOWN) + "…";
    }

    static CometException broken(StallGuard guard, IOException e) {
        if (guard.expired()) {
            return new CometException(Kind.TIMED_OUT, "The answer stopped coming.", e);
        }
        if (e instanceof JsonEOFException || !(e instanceof JsonProcessingException)) {
            return new CometException(Kind.UNREACHABLE, "The answer broke off.", e);
        }
        // The parser's own message quotes the answer, which may hold anything.
        return new CometException(Kind.UNREADABLE, 0, "The answer is not JSON.");
    }

    @Override
    public void close() {
        if (guard.close()) {
            turn.leave();
        }
    }
}
