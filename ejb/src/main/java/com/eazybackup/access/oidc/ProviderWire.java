package com.eazybackup.access.oidc;

import com.eazybackup.platform.OutgoingAddresses;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to the provider.
 *
 * <p>Guarantee: within ten seconds an answer of half a megabyte at most, body included, or an
 * {@link IOException}; no redirect is followed, so that secrets and codes stay where they were
 * addressed to; nothing is sent twice. Other hosts than those that the operator named are held
 * against {@link OutgoingAddresses}.
 */
final class ProviderWire implements HTTPRequestSender, ResourceRetriever {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int LONGEST = 512 * 1024;

    private final Duration patience;
    private final Set<String> own;
    private final OutgoingAddresses outgoing;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    ProviderWire(OpenIdSettings settings, OutgoingAddresses outgoing, Duration patience) {
        this.patience = patience;
        this.outgoing = outgoing;
        this.own = new HashSet<>();
        own.add(host(URI.create(settings.issuer())));
        own.add(host(settings.discovery()));
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        if (!own.contains(host(asked.getURI()))) {
            outgoing.check(asked.getURI()); // the document's word, not the operator's
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(asked.getURI())
                        .timeout(patience)
                        .header("Accept", "application/json");
        asked.getHeaderMap()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        request.method(asked.getMethod().name(), body(asked));
        HttpResponse<byte[]> answer = exchange(request.build());
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> response.setHeader("Content-Type", type));
        response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return response;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        HTTPResponse response =
                send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(address.toString())));
        if (response.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("was answered with " + response.getStatusCode());
        }
        return new Resource(response.getBody(), response.getHeaderValue("Content-Type"));
    }

    private static BodyPublisher body(ReadOnlyHTTPRequest asked) {
        return asked.getBody() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(asked.getBody());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, head -> new BoundedBody(LONGEST));
        try {
            // The client's own time-out ends with the head: a body may trickle for ever.
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }
}
