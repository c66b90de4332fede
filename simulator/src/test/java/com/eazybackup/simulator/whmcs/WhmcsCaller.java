package com.eazybackup.simulator.whmcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks as any program would. */
final class WhmcsCaller {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI origin;

    WhmcsCaller(URI origin) {
        this.origin = origin;
    }

    /**
     * @param fields name, value, name, value …
     */
    JsonNode ask(String action, String... fields) {
        return json(post(SimulatedWhmcs.SECRET, action, fields));
    }

    HttpResponse<String> post(String secret, String action, String... fields) {
        StringBuilder body =
                new StringBuilder("responsetype=json&identifier=")
                        .append(SimulatedWhmcs.IDENTIFIER)
                        .append("&secret=" + secret + "&action=" + action);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8));
            body.append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send("/includes/api.php", "application/x-www-form-urlencoded", body.toString());
    }

    JsonNode control(String act, String body) {
        return json(send("/_control/" + act, "application/json", body));
    }

    HttpResponse<String> send(String path, String type, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(origin.resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return send(request);
    }

    HttpResponse<String> open(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
