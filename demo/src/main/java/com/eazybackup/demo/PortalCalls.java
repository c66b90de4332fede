package com.eazybackup.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Somebody who is signed in at the portal and uses its API, as a person's browser does. */
final class PortalCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI portal;
    private final String csrf;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /**
     * @throws StartFailed when the portal does not let them in
     */
    PortalCalls(URI portal, String email, String password) {
        this.portal = portal;
        this.csrf =
                send(request("api/session")
                                .POST(body(Map.of("email", email, "password", password))))
                        .path("csrf")
                        .asText();
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(request(path).header("X-EB-CSRF", csrf).POST(body(body)));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send(request(path).header("X-EB-CSRF", csrf).PUT(body(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.valueToTree(body).toString());
    }

    /**
     * @throws StartFailed when the portal refuses, or does not answer
     */
    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StartFailed(
                        "The portal refuses "
                                + request.method()
                                + " "
                                + request.uri().getPath()
                                + ": "
                                + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new StartFailed("The portal does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while starting.", e);
        }
    }
}
