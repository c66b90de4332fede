package com.eazybackup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.DemoCustomers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorldTest {

    @TempDir Path directory;

    @Test
    void everythingStartsIsFoundAgainAndEndsWithItsWholeTree() throws Exception {
        Path home =
                StandInServer.home(
                        directory.resolve("home"), "env > \"$EB_DUMP\"", StandInServer.command());
        Path dump = directory.resolve("environment");
        Options options =
                Options.forTests(directory.resolve("world"), home)
                        .withVariables(Map.of("EB_DUMP", dump.toString()));
        try (DemoWorld world = DemoWorld.start(options)) {
            assertThat(status(world)).isEqualTo(200);
            assertThat(Files.readString(dump))
                    .contains("EB_DB_URL=jdbc:mysql://127.0.0.1:" + options.ports().database())
                    .contains("COMET_PROFILES=cometbackup,obc")
                    .contains("COMET_obc_ORIGIN=" + world.comet(DemoCustomers.OBC).origin())
                    .contains("COMET_obc_URL=ws://127.0.0.1:" + options.ports().obc() + "/api/");
            assertThat(clients(world)).isEqualTo(DemoCustomers.standard().clients().size());
        }
        // Everything is down: the ports are free, so the same world can be opened again.
        try (DemoWorld again = DemoWorld.start(options)) {
            assertThat(clients(again)).isEqualTo(DemoCustomers.standard().clients().size());
        }
    }

    @Test
    void aServerThatEndsIsShownWithItsLastWords() throws Exception {
        Path home = StandInServer.home(directory.resolve("home"), "echo no settings; exit 1");
        Options options = Options.forTests(directory.resolve("world"), home);
        assertThatThrownBy(() -> DemoWorld.start(options))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("ended while it was starting")
                .hasMessageContaining("no settings");
        options.ports().check();
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingStarts() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket taken =
                new ServerSocket(ports.http(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::check)
                    .hasMessage(
                            "Port %d is in use: free it or set EB_HTTP_PORT.",
                            taken.getLocalPort());
        }
    }

    @Test
    void portsComeFromTheEnvironment() {
        assertThat(Ports.of(Map.of("EB_HTTP_PORT", "9000")).http()).isEqualTo(9000);
        assertThat(Ports.of(Map.of()).database()).isEqualTo(33061);
        assertThatThrownBy(() -> Ports.of(Map.of("EB_HTTP_PORT", "many")))
                .hasMessage("EB_HTTP_PORT must be a port number, not \"many\".");
        assertThatThrownBy(() -> Ports.of(Map.of("EB_HTTP_PORT", "8061")).check())
                .hasMessageContaining("both 8061");
    }

    private static int status(DemoWorld world) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(world.portal()).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int clients(DemoWorld world) throws SQLException {
        try (Connection connection = world.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM tblclients")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
