package com.eazybackup.comet.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks whether a Comet Server is there at all, without signing in: a GET of its public properties,
 * which counts as no attempt in its login protection. A proxy's answer for a server that is away is
 * a 5xx.
 */
final class ServerKnock {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int SERVER_TROUBLE = 500;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * @param stream the address of its stream, {@code ws://} or {@code wss://}
     */
    boolean answered(URI stream) throws InterruptedException {
        URI there =
                URI.create(
                        (stream.getScheme().equals("wss") ? "https://" : "http://")
                                + stream.getRawAuthority()
                                + "/gen/branding.props");
        try {
            return http.send(
                                    HttpRequest.newBuilder(there).timeout(LIMIT).GET().build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < SERVER_TROUBLE;
        } catch (IOException e) {
            // The answer that was asked for: it is not there.
            return false;
        }
    }
}
