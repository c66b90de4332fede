package com.eazybackup.benchmark;

import com.eazybackup.simulator.DemoCustomers;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody with a session of the portal. */
final class SignedIn {

    private SignedIn() {}

    /**
     * @return a client that sends the session's cookie
     */
    static HttpClient as(URI portal, String email) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String body =
                "{\"email\":\"" + email + "\",\"password\":\"" + DemoCustomers.PASSWORD + "\"}";
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(portal.resolve("/api/session"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "sign-in: " + answer.statusCode() + " " + answer.body());
        }
        return http;
    }
}
