package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks the simulated server over HTTP, signed in as whoever the address is for. */
public final class ApiCaller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final SimulatedCometServer server;
    private final String user;

    /**
     * @param user who asks what accounts ask
     */
    public ApiCaller(SimulatedCometServer server, String user) {
        this.server = server;
        this.user = user;
    }

    /** The answer to an administrator's call. */
    public JsonNode admin(String call, String... fields) throws IOException, InterruptedException {
        return json(Api.ADMIN + call, fields);
    }

    /** The answer to the account's own call. */
    JsonNode web(String call, String... fields) throws IOException, InterruptedException {
        return json(Api.USER_WEB + call, fields);
    }

    private JsonNode json(String path, String... fields) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return Json.MAPPER.readTree(send(path, form).body());
    }

    /** Fields that sign in may be given, else they are a password's. */
    public HttpResponse<String> send(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.origin().resolve(path));
        if (path.startsWith(Api.PUBLIC)) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(signedIn(path, fields))));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Map<String, String> signedIn(String path, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        if (!fields.containsKey("AuthType")) {
            boolean web = path.startsWith(Api.USER_WEB);
            form.put("Username", web ? user : Fleet.ADMIN);
            form.put("AuthType", "Password");
            form.put(
                    "Password",
                    web ? SimulatedCometServer.USER_PASSWORD : server.access().password());
        }
        form.putAll(fields);
        return form;
    }

    private static String encoded(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach(
                (name, value) ->
                        body.append(body.isEmpty() ? "" : "&")
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }
}
