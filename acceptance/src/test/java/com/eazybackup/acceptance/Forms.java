package com.eazybackup.acceptance;

import com.eazybackup.acceptance.Session.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends forms as a browser that shows one of the portal's pages would. */
final class Forms {

    static final String SECRET = "eb_csrf";

    private Forms() {}

    /** From a page of the portal's own. */
    static Answer send(Session session, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return session.send(request(session, path, fields).header("Origin", origin()).build());
    }

    static HttpRequest.Builder request(Session session, String path, Map<String, String> fields) {
        return session.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    /**
     * @param more name, value, name, value …
     */
    static Map<String, String> fields(String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    static String origin() {
        URI portal = World.get().portal();
        return portal.getScheme() + "://" + portal.getAuthority();
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
