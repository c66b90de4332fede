package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.AddressGate;
import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.server.ServerCalls;
import com.eazybackup.comet.stream.FrameSink;
import com.eazybackup.comet.stream.StreamAlert;
import com.eazybackup.comet.stream.StreamLimits;
import com.eazybackup.comet.stream.StreamState;
import com.eazybackup.comet.stream.StreamStatus;
import com.eazybackup.comet.stream.SupervisedStream;
import com.eazybackup.platform.AddressRefused;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.OutgoingAddresses;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.testing.Until;
import com.eazybackup.whmcs.CometServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Comet Server that WHMCS's tables put inside our own network. */
@Tag("fault-32")
class ForbiddenAddressTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer inside;
    private URI origin;

    @BeforeEach
    void start() throws Exception {
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        inside.start();
        origin = URI.create("http://127.0.0.1:" + inside.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        inside.stop(0);
    }

    @Test
    void noCallOfTheAdminApiGoesThere() throws Exception {
        CometClient client = lookup(settings(null), strict()).client();

        assertThatThrownBy(() -> client.calls(ServerCalls.class).version())
                .isInstanceOf(CometException.class)
                .hasRootCauseInstanceOf(AddressRefused.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void noStreamIsOpenedThereAndTheReasonIsASentence() throws Exception {
        List<StreamStatus> told = new CopyOnWriteArrayList<>();
        SupervisedStream stream = stream(lookup(settings(null), strict()), told);
        Thread thread = new Thread(stream, "stream-under-test");
        thread.start();
        try {
            Until.holds(
                    "the refusal is told",
                    () ->
                            told.stream()
                                    .anyMatch(
                                            status ->
                                                    status.state() != StreamState.LIVE
                                                            && status.reason()
                                                                    .contains(
                                                                            "127.0.0.1 is loopback")));
        } finally {
            thread.interrupt();
            thread.join();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatTheOperatorAllowsIsAsked() throws Exception {
        AddressGate allowing =
                OutgoingAddresses.of(TestSettings.with("EB_OUTGOING_ALLOW", "127.0.0.0/8"))::check;
        CometClient client = lookup(settings(null), allowing).client();

        assertThatThrownBy(() -> client.calls(ServerCalls.class).version())
                .isInstanceOf(CometException.class);
        assertThat(asked.get()).isPositive();
    }

    @Test
    void anAddressOfTheEnvironmentIsTheOperatorsOwnWord() {
        ServerLookup lookup = lookup(settings("ws://127.0.0.1:9/api/v1/events/stream"), strict());

        assertThatCode(() -> lookup.pass(origin)).doesNotThrowAnyException();
        assertThatThrownBy(() -> lookup.pass(URI.create("http://127.0.0.2/")))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void aRedirectIntoOurNetworkIsNotFollowedByTheAdminApi() throws Exception {
        try (Redirecting outside = new Redirecting(origin)) {
            CometClient client = outside.lookup().client();

            assertThatThrownBy(() -> client.calls(ServerCalls.class).version())
                    .isInstanceOf(CometException.class);
            assertThat(outside.asked.get()).isPositive();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aRedirectIntoOurNetworkIsNotFollowedByTheStream() throws Exception {
        List<StreamStatus> told = new CopyOnWriteArrayList<>();
        try (Redirecting outside = new Redirecting(origin)) {
            Thread thread = new Thread(stream(outside.lookup(), told), "stream-under-test");
            thread.start();
            try {
                Until.holds(
                        "the attempt has failed",
                        () ->
                                told.stream()
                                        .anyMatch(s -> s.reason().contains("cannot be reached")));
            } finally {
                thread.interrupt();
                thread.join();
            }
            assertThat(outside.asked.get()).isPositive();
        }
        assertThat(asked).hasValue(0);
    }

    private static SupervisedStream stream(ServerLookup lookup, List<StreamStatus> told) {
        return new SupervisedStream(
                "obc",
                lookup,
                new Listener(told),
                StreamLimits.of(
                        Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60), 2),
                Clock.systemUTC());
    }

    /** A server outside that sends everybody to one inside. */
    private static final class Redirecting implements AutoCloseable {

        final AtomicInteger asked = new AtomicInteger();
        private final HttpServer server;

        Redirecting(URI inside) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        asked.incrementAndGet();
                        exchange.getResponseHeaders().add("Location", inside + "/latest/meta-data");
                        exchange.sendResponseHeaders(302, -1);
                        exchange.close();
                    });
            server.start();
        }

        ServerLookup lookup() {
            URI there = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return new ServerLookup(
                    settings(null),
                    name -> Optional.of(new CometServer(there, "u", "p")),
                    AddressGate.OPEN);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private ServerLookup lookup(CometProfileSettings settings, AddressGate gate) {
        return new ServerLookup(
                settings, name -> Optional.of(new CometServer(origin, "u", "p")), gate);
    }

    private static AddressGate strict() {
        return OutgoingAddresses.of(TestSettings.with())::check;
    }

    private static CometProfileSettings settings(String stream) {
        return new CometProfileSettings(
                "obc",
                "OBC",
                Optional.ofNullable(stream).map(URI::create),
                Optional.empty(),
                Optional.empty(),
                "Password",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private record Listener(List<StreamStatus> told) implements FrameSink {

        @Override
        public void opened() {
            throw new AssertionError("opened");
        }

        @Override
        public void frame(String text) {
            throw new AssertionError(text);
        }

        @Override
        public void changed(StreamStatus status) {
            told.add(status);
        }

        @Override
        public void alert(StreamAlert alert) {
            // Not what is asked here.
        }
    }
}
