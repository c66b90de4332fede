package com.eazybackup.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Does what the first administrator has to do at the first sign-in: sets another password than the
 * one from the environment, over the portal's own API. So the demo's administrator can be used at
 * once.
 */
final class FirstSignIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI portal;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    FirstSignIn(URI portal) {
        this.portal = portal;
    }

    /**
     * @return whether the administrator's password is still the one from the environment
     */
    static boolean isDue(Connection connection, String email) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, "eb_admins", null)) {
            if (!table.next()) {
                return false; // what was started here is no portal
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT must_change FROM eb_admins WHERE email = ?")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * @throws StartFailed when the portal does not let the administrator in, or takes no password
     */
    void change(String email, String first, String then) {
        String session = post("api/session", Map.of("email", email, "password", first), "");
        try {
            String csrf = JSON.readTree(session).path("csrf").asText();
            post("api/account/password", Map.of("current", first, "password", then), csrf);
        } catch (IOException e) {
            throw new StartFailed("The portal's answer is no JSON: " + e.getMessage(), e);
        }
    }

    private String post(String path, Map<String, String> body, String csrf) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(portal.resolve(path))
                            .timeout(LIMIT)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            JSON.writeValueAsString(body)));
            if (!csrf.isEmpty()) {
                request.header("X-EB-CSRF", csrf);
            }
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StartFailed(
                        "The first administrator cannot set a password: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StartFailed("The portal does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while starting.", e);
        }
    }
}
