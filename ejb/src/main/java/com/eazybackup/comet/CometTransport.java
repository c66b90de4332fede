package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends one call: a form in the body, the sign-in among its fields, nothing in the address. */
final class CometTransport {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final CometServerAddress server;
    private final AddressGate gate;
    private final CometPolicy policy;

    CometTransport(CometServerAddress server, AddressGate gate, CometPolicy policy) {
        this.server = server;
        this.gate = gate;
        this.policy = policy;
    }

    /**
     * @param path from the root of the server
     * @param form all fields, those that sign in too
     * @param safe whether it may be sent a second time when nobody was there at first
     */
    CometAnswer post(String path, Map<String, String> form, CallKind kind, boolean safe)
            throws CometException {
        return send(
                request(path, kind)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build(),
                kind,
                safe,
                true);
    }

    /** What everybody may read. */
    CometAnswer get(String path, CallKind kind) throws CometException {
        return send(request(path, kind).GET().build(), kind, true, false);
    }

    private HttpRequest.Builder request(String path, CallKind kind) {
        return HttpRequest.newBuilder(URI.create(server.origin() + path))
                .timeout(policy.limit(kind))
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "eazybackup-portal");
    }

    private CometAnswer send(HttpRequest request, CallKind kind, boolean safe, boolean signedIn)
            throws CometException {
        Turn turn = policy.enter(kind, signedIn);
        boolean answered = false;
        try {
            CometAnswer answer = attempt(request, turn, safe);
            answered = true;
            return answer;
        } catch (CometException e) {
            throw turn.failed(e);
        } finally {
            if (!answered) {
                turn.leave();
            }
        }
    }

    private CometAnswer attempt(HttpRequest request, Turn turn, boolean safe)
            throws CometException {
        try {
            return exchange(request, turn);
        } catch (CometException e) {
            // A kept connection that the server has just closed looks like a server that is away.
            boolean again =
                    safe
                            && e.kind() == Kind.UNREACHABLE
                            && !(e.getCause() instanceof ConnectException);
            if (again) {
                return exchange(request, turn);
            }
            throw e;
        }
    }

    private CometAnswer exchange(HttpRequest request, Turn turn) throws CometException {
        try {
            gate.pass(request.uri());
            HttpResponse<InputStream> response =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return CometAnswer.open(response, turn);
        } catch (HttpTimeoutException e) {
            throw new CometException(Kind.TIMED_OUT, server + " did not answer in time.", e);
        } catch (IOException e) {
            throw new CometException(Kind.UNREACHABLE, server + " cannot be reached.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CometException(Kind.INTERRUPTED, "The call was given up.", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
