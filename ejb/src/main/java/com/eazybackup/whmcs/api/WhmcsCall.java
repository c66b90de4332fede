package com.eazybackup.whmcs.api;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The one place that speaks WHMCS's protocol: a form goes to {@code includes/api.php} with our
 * credentials, a JSON object comes back.
 *
 * <p>Guarantee: a result is what WHMCS answered to the action with success. All else is a {@link
 * WhmcsException}, within the time-outs. Neither parameters nor credentials reach an exception or
 * the log. An action that changes nothing is asked once more when the connection broke; no other
 * action is ever repeated.
 */
@ApplicationScoped
class WhmcsCall {

    static final Duration CONNECT = Duration.ofSeconds(3);

    private final ObjectMapper json = new ObjectMapper();
    private URI api;
    private Map<String, String> credentials;
    private UnaryOperator<Duration> patience;
    private HttpClient http;

    WhmcsCall() {}

    @Inject
    WhmcsCall(Settings settings) {
        this(settings, UnaryOperator.identity());
    }

    /** For tests: another patience. */
    WhmcsCall(Settings settings, UnaryOperator<Duration> patience) {
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
     * @throws WhmcsException when WHMCS does not say success
     */
    WhmcsAnswer ask(WhmcsAction action, Parameters parameters) {
        Map<String, String> form = new LinkedHashMap<>(credentials);
        form.put("action", action.documentedName());
        form.put("responsetype", "json");
        form.putAll(parameters.fields());
        HttpResponse<String> response = send(action, encoded(form));
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 429) {
            throw noAnswer(action, "was answered with " + status);
        }
        ObjectNode answer = read(action, response);
        if (status < 400 && status != 200) {
            throw noAnswer(action, "was answered with " + status);
        }
        // WHMCS says 403 with a JSON object when it does not accept the caller.
        if (status != 200) {
            throw new WhmcsException(
                    Kind.REFUSED, action.documentedName() + " was answered with " + status);
        }
        if (!answer.path("result").asText().equals("success")) {
            throw Refusal.of(action, parameters, answer.path("message").asText());
        }
        return new WhmcsAnswer(action.documentedName(), FlatKeys.nested(answer));
    }

    private HttpResponse<String> send(WhmcsAction action, String body) {
        try {
            return sendOnce(action, body);
        } catch (HttpTimeoutException e) {
            throw silence(action, e);
        } catch (IOException e) {
            if (!action.repeatable()) {
                throw silence(action, e);
            }
            // Most often a kept connection that the other side had just closed.
            return sendAgain(action, body);
        }
    }

    private HttpResponse<String> sendAgain(WhmcsAction action, String body) {
        try {
            return sendOnce(action, body);
        } catch (IOException e) {
            throw silence(action, e);
        }
    }

    private HttpResponse<String> sendOnce(WhmcsAction action, String body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(api)
                        .timeout(patience.apply(action.patience()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WhmcsException(
                    Kind.UNREACHABLE,
                    action.documentedName() + " was interrupted",
                    !action.repeatable(),
                    e);
        }
    }

    private static WhmcsException silence(WhmcsAction action, IOException cause) {
        boolean neverSent =
                cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return new WhmcsException(
                Kind.UNREACHABLE,
                action.documentedName() + " got no answer: " + cause.getClass().getName(),
                !neverSent && !action.repeatable(),
                cause);
    }

    private static WhmcsException noAnswer(WhmcsAction action, String what) {
        return new WhmcsException(
                Kind.UNREACHABLE, action.documentedName() + " " + what, !action.repeatable(), null);
    }

    private ObjectNode read(WhmcsAction action, HttpResponse<String> response) {
        try {
            JsonNode answer = json.readTree(response.body());
            if (answer instanceof ObjectNode object && object.path("result").isTextual()) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Not the cause: its message quotes the answer, which may hold an opened password.
        }
        throw noAnswer(
                action, "got an answer that is not WHMCS's, status " + response.statusCode());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
