package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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

    private final StallGuard guard;
    private final JsonParser parser;

    private CometAnswer(StallGuard guard, JsonParser parser) {
        this.guard = guard;
        this.parser = parser;
    }

    /**
     * @param patience how long the body may keep somebody waiting without a byte
     */
    static CometAnswer open(HttpResponse<InputStream> response, Duration patience)
            throws CometException {
        StallGuard guard = new StallGuard(response.body(), patience);
        guard.waiting();
        try {
            InputStream body = plain(response);
            if (response.statusCode() / 100 != 2) {
                String text = new String(body.readNBytes(ERROR_TEXT), StandardCharsets.UTF_8);
                guard.close();
                throw failed(response.statusCode(), text);
            }
            return new CometAnswer(guard, Wire.JSON.getFactory().createParser(body));
        } catch (IOException e) {
            guard.close();
            throw broken(guard, e);
        }
    }

    private static InputStream plain(HttpResponse<InputStream> response) throws IOException {
        boolean packed =
                response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent();
        return packed ? new GZIPInputStream(response.body()) : response.body();
    }

    /** The whole answer, for those that are one object. */
    JsonNode object() throws CometException {
        try {
            parser.nextToken();
            JsonNode answer = readTree();
            if (answer == null || !answer.isObject()) {
                throw new CometException(Kind.UNREADABLE, 0, "The answer is not a JSON object.");
            }
            refuseError(answer);
            return answer;
        } catch (IOException e) {
            throw broken(guard, e);
        }
    }

    JsonParser parser() {
        return parser;
    }

    StallGuard guard() {
        return guard;
    }

    JsonNode readTree() throws IOException {
        return parser.readValueAsTree();
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
        return Optional.of(
                new CometException(
                        kind(status.asInt()),
                        status.asInt(),
                        "Comet says "
                                + status.asInt()
                                + ": "
                                + shown(Wire.text(answer, "Message"))));
    }

    private static CometException failed(int httpStatus, String body) {
        return parsed(body)
                .flatMap(CometAnswer::error)
                .orElseGet(
                        () ->
                                new CometException(
                                        kind(httpStatus),
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
        guard.close();
    }
}
