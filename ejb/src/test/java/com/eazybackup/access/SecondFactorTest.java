package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.TestWhmcs;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void anAccountWithASecondFactorIsNotLetInByItsPasswordAlone() throws Exception {
        HttpServer whmcs =
                answering("{\"result\":\"success\",\"userid\":101,\"twoFactorEnabled\":true}");
        TestPersistence.fillWhmcs(DATABASE);
        try (TestPersistence persistence = TestPersistence.on(DATABASE)) {
            MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
            TestWhmcs source =
                    new TestWhmcs(
                            persistence.tables(),
                            URI.create("http://127.0.0.1:" + whmcs.getAddress().getPort() + "/"));
            SignInDoor door = new AccessWorld(DATABASE, clock).signInDoor(source);
            FakeRequest browser = new FakeRequest("198.51.100.7");

            assertThat(door.signIn(browser.asRequest(), "mira@larkspur.example", "right"))
                    .isEqualTo(new SignInOutcome.SecondFactorNeeded());
            assertThat(browser.sessionId()).isNull();
            assertThat(lastResult()).isEqualTo("second-factor");
        } finally {
            whmcs.stop(0);
        }
    }

    private static String lastResult() throws SQLException {
        return DATABASE.rows("SELECT result FROM eb_audit ORDER BY id DESC LIMIT 1").get(0);
    }

    private static HttpServer answering(String body) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
