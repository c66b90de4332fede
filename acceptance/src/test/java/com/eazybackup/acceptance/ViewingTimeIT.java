package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at a client's portal that nobody stops, on a server where it lasts a minute. */
class ViewingTimeIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_MINUTE = Duration.ofMinutes(2);

    @TempDir Path folder;

    @Test
    void itEndsByItselfAndSoDoesWhatItHasOpened() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        try (AnotherServer server =
                AnotherServer.start(home, base, Map.of("EB_VIEW_AS_MINUTES", "1")).awaitReady()) {
            Session admin = Session.ofAdmin(server.portal());
            admin.post(
                    "/api/admin/viewing", Map.of("client_id", World.QUILL, "reason", "a minute"));
            try (EventReader events = EventReader.open(admin)) {
                events.await(SOON, message -> message.kind().equals("snapshot"));

                events.await(A_MINUTE, message -> message.kind().equals("ended"));
            }

            assertThat(admin.get("/api/devices").status()).isEqualTo(403);
            assertThat(admin.get("/api/session").json().path("viewing").isNull()).isTrue();
            assertThat(
                            PortalTables.rows(
                                    "SELECT CONCAT(action, '|', result) FROM eb_audit"
                                            + " WHERE client_id = 103 ORDER BY id DESC LIMIT 1"))
                    .containsExactly("clients.view-end|time-over");
        }
    }
}
