package com.eazybackup.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertow.util.Headers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String BODY = "all is well, ".repeat(1_000);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Faults faults = new Faults();
    private final CallLog log = new CallLog(Clock.systemUTC());
    private LoopbackServer server;

    @BeforeEach
    void start() {
        server =
                LoopbackServer.start(
                        0,
                        log.before(
                                new FaultyHandler(
                                        faults,
                                        exchange -> {
                                            exchange.getResponseHeaders()
                                                    .put(Headers.CONTENT_TYPE, "text/plain");
                                            exchange.getResponseSender().send(BODY);
                                        })));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutAnyTheRequestGoesThrough() throws Exception {
        assertThat(get("/a").body()).isEqualTo(BODY);
    }

    @Test
    void aStatusComesAsAskedForAnd429SaysWhenToComeBack() throws Exception {
        faults.add(Fault.always(Fault.Kind.STATUS).value(429));
        HttpResponse<String> answer = get("/a");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        faults.clear();
        faults.add(Fault.always(Fault.Kind.STATUS));
        assertThat(get("/a").statusCode()).isEqualTo(503);
    }

    @Test
    void anErrorMayComeWith200AndAProxysPageWithAnything() throws Exception {
        faults.add(Fault.always(Fault.Kind.ERROR_BODY));
        HttpResponse<String> answer = get("/a");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"Status\":500");
        faults.clear();
        faults.add(Fault.always(Fault.Kind.HTML).value(200));
        assertThat(get("/a").body()).startsWith("<html>");
        faults.clear();
        faults.add(Fault.always(Fault.Kind.EMPTY));
        assertThat(get("/a").body()).isEmpty();
        faults.clear();
        faults.add(Fault.always(Fault.Kind.REFUSED));
        assertThat(get("/a").statusCode()).isEqualTo(403);
    }

    @Test
    void anAnswerBreaksOffInTheMiddle() throws Exception {
        faults.add(Fault.always(Fault.Kind.TRUNCATED));
        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class);
        faults.clear();
        assertThat(get("/a").body()).isEqualTo(BODY);
    }

    @Test
    void theConnectionEndsWithoutAnAnswer() {
        faults.add(Fault.always(Fault.Kind.DROP));
        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class);
    }

    @Test
    void aSlowAnswerComesAndWaitsAddUp() throws Exception {
        faults.add(Fault.always(Fault.Kind.SLOW).value(150));
        faults.add(Fault.always(Fault.Kind.SLOW).value(150));
        faults.add(Fault.always(Fault.Kind.HTML));
        long begun = System.nanoTime();
        assertThat(get("/a").statusCode()).isEqualTo(502);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void whatHangsIsLetGoWhenTheFaultIsTakenAway() throws Exception {
        faults.add(Fault.always(Fault.Kind.HANG).onPath("/slow"));
        CompletableFuture<HttpResponse<String>> hanging =
                client.sendAsync(request("/slow/one"), HttpResponse.BodyHandlers.ofString());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (faults.hanging() == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(get("/fast").statusCode()).isEqualTo(200);
        assertThat(hanging).isNotDone();
        faults.clear();
        assertThatThrownBy(() -> hanging.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aPathIsHitAndOthersAreNot() throws Exception {
        faults.add(Fault.always(Fault.Kind.HTML).onPath("/api/list"));
        assertThat(get("/api/list-users").statusCode()).isEqualTo(502);
        assertThat(get("/api/get").statusCode()).isEqualTo(200);
    }

    @Test
    void eachThirdRequestIsHitAndOnlySoOften() {
        faults.add(Fault.always(Fault.Kind.HTML).onEach(3).times(2));
        List<Integer> seen = IntStream.range(0, 12).mapToObj(i -> status("/a")).toList();
        assertThat(seen)
                .containsExactly(200, 200, 502, 200, 200, 502, 200, 200, 200, 200, 200, 200);
    }

    @Test
    void theShortFormsGoOnAndOffWithoutTouchingOthers() throws Exception {
        faults.add(Fault.always(Fault.Kind.HTML).onPath("/b"));
        faults.html(true);
        faults.html(true);
        assertThat(get("/a").statusCode()).isEqualTo(502);
        faults.html(false);
        assertThat(get("/a").statusCode()).isEqualTo(200);
        assertThat(get("/b").statusCode()).isEqualTo(502);
        assertThat(faults.all()).hasSize(1);
    }

    @Test
    void theLogTellsTheNewestFirstAndNothingOfWhatWasInThem() throws Exception {
        get("/a?secret=1");
        faults.drop(true);
        assertThatThrownBy(() -> get("/b")).isInstanceOf(IOException.class);
        List<CallLog.Entry> entries = log.newestFirst();
        assertThat(entries).first().matches(entry -> entry.path().equals("/b"));
        assertThat(entries).first().matches(entry -> entry.status() == 0);
        assertThat(entries).last().matches(entry -> entry.path().equals("/a"));
        assertThat(entries.toString()).doesNotContain("secret");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Fault.always(Fault.Kind.DROP).onEach(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        // The client would ask again by itself if this were a GET.
        return HttpRequest.newBuilder(server.origin().resolve(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
