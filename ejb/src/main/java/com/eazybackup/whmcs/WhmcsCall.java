package com.eazybackup.whmcs;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.whmcs.WhmcsException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one place that speaks WHMCS's protocol: a form goes to {@code includes/api.php} with our
 * credentials, a JSON object comes back.
 *
 * <p>Guarantee: a result is an object with {@code result} success or error, about the action
 * itself. All else is a {@link WhmcsException}, within the time-outs. Neither parameters nor
 * credentials reach an exception or the log.
 */
@ApplicationScoped
class WhmcsCall {

    static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration ANSWER = Duration.ofSeconds(10);

    private final ObjectMapper json = new ObjectMapper();
    private URI api;
    private Map<String, String> credentials;
    private Duration patience;
    private HttpClient http;

    WhmcsCall() {}

    @Inject
    WhmcsCall(Settings settings) {
        this(settings, ANSWER);
    }

    /** For tests: another patience. */
    WhmcsCall(Settings settings, Duration patience) {
        this.api = settings.whmcsApiUrl();
        this.patience = patience;
        this.credentials = new LinkedHashMap<>();
        credentials.put("identifier", settings.text(Setting.EB_WHMCS_API_IDENTIFIER));
        credentials.put("secret", settings.text(Setting.EB_WHMCS_API_SECRET));
        settings.optional(Setting.EB_WHMCS_API_ACCESSKEY)
                .ifPresent(key -> credentials.put("accesskey", key));
        // No redirects: the credentials are for this address alone.
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * @param parameters the action's own; credentials and format are added
     */
    JsonNode ask(String action, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(credentials);
        form.put("action", action);
        form.put("responsetype", "json");
        form.putAll(parameters);
        HttpResponse<String> response = send(action, encoded(form));
        if (response.statusCode() >= 500) {
            throw new WhmcsException(
                    Kind.UNREACHABLE, action + " was answered with " + response.statusCode());
        }
        JsonNode answer = read(action, response);
        // WHMCS says 403 with a JSON object when it does not accept the caller.
        if (response.statusCode() != 200) {
            Kind kind = response.statusCode() < 400 ? Kind.UNREACHABLE : Kind.REFUSED;
            throw new WhmcsException(kind, action + " was answered with " + response.statusCode());
        }
        return answer;
    }

    private HttpResponse<String> send(String action, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(api)
                        .timeout(patience)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WhmcsException(
                    Kind.UNREACHABLE, action + " got no answer: " + e.getClass().getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WhmcsException(Kind.UNREACHABLE, action + " was interrupted", e);
        }
    }

    private JsonNode read(String action, HttpResponse<String> response) {
        try {
            JsonNode answer = json.readTree(response.body());
            if (answer != null && answer.path("result").isTextual()) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            // Not the cause: its message quotes the answer, which may hold an opened password.
        }
        throw new WhmcsException(
                Kind.UNREACHABLE,
                action + " got an answer that is not WHMCS's, status " + response.statusCode());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        field ->
                                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
