package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends one call: a form in the body, the credentials among its fields, nothing in the address. */
final class CometTransport {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final CometServerAddress server;
    private final CometCredentials credentials;

    CometTransport(CometServerAddress server, CometCredentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    /**
     * @param limit for the head of the answer, and for each pause in its body
     */
    CometAnswer send(String path, Map<String, String> parameters, Duration limit)
            throws CometException {
        HttpRequest request =
                HttpRequest.newBuilder(server.at("/api/v1/admin/" + path))
                        .timeout(limit)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Encoding", "gzip")
                        .header("User-Agent", "eazybackup-portal")
                        .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                        .build();
        try {
            HttpResponse<InputStream> response =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return CometAnswer.open(response, limit);
        } catch (HttpTimeoutException e) {
            throw new CometException(Kind.TIMED_OUT, server + " did not answer in time.", e);
        } catch (IOException e) {
            throw new CometException(Kind.UNREACHABLE, server + " cannot be reached.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CometException(Kind.INTERRUPTED, "The call was given up.", e);
        }
    }

    private String form(Map<String, String> parameters) {
        Map<String, String> fields = new LinkedHashMap<>(parameters);
        fields.putAll(credentials.fields());
        return fields.entrySet().stream()
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
