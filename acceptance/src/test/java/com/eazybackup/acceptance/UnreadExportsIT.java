package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who ask for the trail as a file, and do not read it: everybody else is served. */
class UnreadExportsIT {

    private static final int READERS = 60;

    /** More than sockets hold by themselves: some fifteen megabytes. */
    private static final int LINES = 60_000;

    private static final String MADE = "unread@x.example";

    private final List<Socket> unread = new ArrayList<>();

    @BeforeEach
    void aLongTrail() throws Exception {
        PortalTables.run(
                "INSERT INTO eb_audit (at_ms, actor, role, client_id, action, target, result)"
                        + " SELECT 1, '%s', 'customer', %d, 'sign-in', REPEAT('x', 200), 'ok' FROM seq_1_to_%d"
                                .formatted(MADE, World.QUILL, LINES));
    }

    @AfterEach
    void itIsShortAgain() throws Exception {
        for (Socket socket : unread) {
            socket.close();
        }
        PortalTables.run("DELETE FROM eb_audit WHERE actor = '" + MADE + "'");
    }

    @Test
    void theyKeepNobodyOutAndTheirPlacesAreFreeWhenTheyHaveGone() throws Exception {
        Session reader = Session.of(World.SMALL);
        for (int i = 0; i < READERS; i++) {
            ask(Session.of(World.SMALL));
        }
        World.eventually("no place is left", () -> export(reader) == 429);

        assertThat(new Session().get("/signin").status()).isEqualTo(200);
        assertThat(reader.get("/status").status()).isEqualTo(200);
        assertThat(reader.get("/api/devices").status()).isEqualTo(200);
        assertThat(reader.get("/api/trail?size=50").status()).isEqualTo(200);
        assertThat(Session.of(World.MSP).get("/api/session").status()).isEqualTo(200);
        assertThat(Session.ofAdmin().get("/api/admin/operations").status()).isEqualTo(200);
        assertThat(export(reader)).as("all of them still hold their places").isEqualTo(429);

        for (Socket socket : unread) {
            socket.close();
        }
        World.eventually("an export is written again", () -> export(reader) == 200);
    }

    /** Of a day without a line. */
    private static int export(Session reader) throws Exception {
        return reader.get("/api/trail/export?from=2001-01-01&to=2001-01-01").status();
    }

    /** Asks, and takes next to nothing of the answer. */
    private void ask(Session session) throws IOException {
        URI portal = World.get().portal();
        HttpCookie cookie = session.cookie().orElseThrow();
        Socket socket = new Socket();
        unread.add(socket);
        socket.setReceiveBufferSize(1_024);
        socket.connect(new InetSocketAddress(portal.getHost(), portal.getPort()));
        String request =
                "GET /api/trail/export HTTP/1.1\r\nHost: %s\r\nCookie: %s=%s\r\n\r\n"
                        .formatted(portal.getAuthority(), cookie.getName(), cookie.getValue());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
}
