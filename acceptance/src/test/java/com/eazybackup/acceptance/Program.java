package com.eazybackup.acceptance;

import com.eazybackup.acceptance.Session.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A program with a key: no cookies, nothing but the header. */
final class Program {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI portal;
    private final String key;
    private final long id;

    private Program(URI portal, String key, long id) {
        this.portal = portal;
        this.key = key;
        this.id = id;
    }

    /** With a new key for the client that the session acts for. */
    static Program madeBy(Session owner, String name) throws IOException, InterruptedException {
        Answer made = make(owner, name, List.of("see-fleet"), Duration.ofDays(30));
        if (made.status() != 201) {
            throw new AssertionError("a key: " + made);
        }
        return new Program(
                World.get().portal(),
                made.json().path("key").asText(),
                made.json().path("id").asLong());
    }

    static Answer make(Session owner, String name, List<String> scope, Duration time)
            throws IOException, InterruptedException {
        long expires = Instant.now().plus(time).getEpochSecond();
        return owner.post("/api/tokens", Map.of("name", name, "scope", scope, "expires", expires));
    }

    static Program with(String key) {
        return new Program(World.get().portal(), key, 0);
    }

    /** The same on a server that is not the world's own. */
    Program at(URI other) {
        return new Program(other, key, id);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    Answer send(String method, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        String body = method.equals("GET") || method.equals("DELETE") ? "" : "{}";
        request.header("Content-Type", "application/json");
        request.method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    EventReader watch() throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                http.send(
                        request("/api/pulse/events").header("Accept", "text/event-stream").build(),
                        BodyHandlers.ofInputStream());
        return EventReader.of(response);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    String key() {
        return key;
    }

    long id() {
        return id;
    }
}
