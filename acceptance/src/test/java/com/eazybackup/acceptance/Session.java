package com.eazybackup.acceptance;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that uses the API with a cookie jar of its own, as a browser would. */
final class Session {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How soon an answer must come is each test's to say. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final URI portal;
    private String csrf = "";

    Session() {
        this(World.get().portal());
    }

    private Session(URI portal) {
        this.portal = portal;
    }

    /** Signed in, with the only client or none chosen yet. */
    static Session of(String email) throws IOException, InterruptedException {
        return at(World.get().portal(), email);
    }

    /** The same on a server that is not the world's own. */
    static Session at(URI portal, String email) throws IOException, InterruptedException {
        Session session = new Session(portal);
        Answer answer = session.signIn(email, DemoCustomers.PASSWORD);
        if (answer.status() != 200) {
            throw new AssertionError("sign-in of " + email + ": " + answer);
        }
        return session;
    }

    /** Signed in as one of the portal's own people. */
    static Session ofAdmin() throws IOException, InterruptedException {
        return ofAdmin(World.get().portal());
    }

    static Session ofAdmin(URI portal) throws IOException, InterruptedException {
        return ofAdmin(portal, DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD);
    }

    static Session ofAdmin(URI portal, String email, String password)
            throws IOException, InterruptedException {
        Session session = new Session(portal);
        Answer answer = session.signIn(email, password);
        if (answer.status() != 200) {
            throw new AssertionError("sign-in of " + email + ": " + answer);
        }
        return session;
    }

    /** Not signed in, on a server that is not the world's own. */
    static Session nobody(URI portal) {
        return new Session(portal);
    }

    static Session of(String email, int client) throws IOException, InterruptedException {
        Session session = of(email);
        Answer answer = session.put("/api/session/client", Map.of("client_id", client));
        if (answer.status() != 200) {
            throw new AssertionError("choice of client " + client + ": " + answer);
        }
        session.csrf = answer.json().path("csrf").asText(session.csrf);
        return session;
    }

    Answer signIn(String email, String password) throws IOException, InterruptedException {
        Answer answer = post("/api/session", Map.of("email", email, "password", password));
        csrf = answer.json().path("csrf").asText("");
        return answer;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(write(path, "POST", body).build());
    }

    /** A write that has nothing to say but its address. */
    Answer post(String path) throws IOException, InterruptedException {
        HttpRequest.Builder builder = request(path).POST(BodyPublishers.noBody());
        return send(builder.header("X-EB-CSRF", csrf).build());
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return send(write(path, "PUT", body).build());
    }

    Answer patch(String path, Object body) throws IOException, InterruptedException {
        return send(write(path, "PATCH", body).build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).header("X-EB-CSRF", csrf).DELETE().build());
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path)).timeout(PATIENCE);
    }

    private HttpRequest.Builder write(String path, String method, Object body) throws IOException {
        HttpRequest.Builder builder =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return csrf.isEmpty() ? builder : builder.header("X-EB-CSRF", csrf);
    }

    HttpClient http() {
        return http;
    }

    String csrf() {
        return csrf;
    }

    Optional<HttpCookie> cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().contains("SESSION"))
                .findFirst();
    }

    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    static URI uri(String path) {
        return World.get().portal().resolve(path);
    }

    /** What came back. */
    record Answer(int status, String type, String body, Map<String, List<String>> headers) {

        Answer(HttpResponse<String> response) {
            this(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body(),
                    response.headers().map());
        }

        JsonNode json() throws IOException {
            return type.contains("json") ? JSON.readTree(body) : JSON.createObjectNode();
        }
    }
}
