package com.eazybackup.simulator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerTest {

    @TempDir Path directory;

    @Test
    void dataSurvivesAStopAndANewStart() throws SQLException {
        try (MariaDbServer server = MariaDbServer.start(directory, 0)) {
            server.createDatabase("portal");
            run(server, "CREATE TABLE kept (id INT PRIMARY KEY, note VARCHAR(50))");
            run(server, "INSERT INTO kept VALUES (1, 'été ✓')");
        }
        try (MariaDbServer server = MariaDbServer.start(directory, 0);
                Connection connection = server.connect("portal");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT note FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("été ✓");
        }
    }

    @Test
    void whatWasCommittedSurvivesAKilledProcess() throws SQLException {
        MariaDbServer killed = MariaDbServer.start(directory, 0);
        killed.createDatabase("portal");
        run(killed, "CREATE TABLE kept (id INT PRIMARY KEY)");
        run(killed, "INSERT INTO kept VALUES (1)");
        killed.kill();
        assertThatThrownBy(() -> killed.connect("portal")).isInstanceOf(SQLException.class);
        try (MariaDbServer server = MariaDbServer.start(directory, killed.port())) {
            run(server, "INSERT INTO kept SELECT id + 1 FROM kept");
        }
    }

    @Test
    void twoServersRunSideBySide() throws SQLException {
        CompletableFuture<MariaDbServer> first =
                CompletableFuture.supplyAsync(() -> MariaDbServer.start(directory.resolve("a"), 0));
        try (MariaDbServer second = MariaDbServer.start(directory.resolve("b"), 0);
                MariaDbServer other = first.join()) {
            other.createDatabase("portal");
            second.createDatabase("portal");
            run(other, "CREATE TABLE only_here (id INT)");
            assertThatThrownBy(() -> run(second, "SELECT * FROM only_here"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aPortInUseIsSaidWithTheServersOwnWords() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> MariaDbServer.start(directory, taken.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Address already in use");
        }
    }

    private static void run(MariaDbServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("portal");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
