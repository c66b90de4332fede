package com.eazybackup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built demo as {@code bin/demo} starts it: the jar with the libraries beside it, and nothing
 * of the class path of tests. Only the portal's server is a stand-in.
 */
class DemoJarIT {

    private static final Path JAR = Path.of(System.getProperty("demo.jar")).toAbsolutePath();
    private static final int ENDED_BY_SIGNAL = 143;

    @TempDir Path folder;

    @Test
    @Timeout(300)
    void theBuiltJarOpensAWholeWorldAndEndsIt() throws Exception {
        Path variables = folder.resolve("variables");
        StandInServer.home(
                folder.resolve("ear/target/server"),
                "env > '" + variables + "'",
                StandInServer.command());
        Ports ports = Ports.free();
        Process demo = start(ports);
        try (BufferedReader said = demo.inputReader(StandardCharsets.UTF_8)) {
            assertThat(upTo(said, "The portal is open")).contains("Comet Servers and WHMCS");
            for (int port : new int[] {ports.comet(), ports.obc(), ports.whmcs(), ports.mails()}) {
                assertThat(status(port)).as("port %d", port).isLessThan(500);
            }
            assertThat(clients(variables)).isEqualTo(DemoCustomers.standard().clients().size());
            demo.toHandle().destroy(); // unlike the process's own, it leaves the output open
            assertThat(upTo(said, "Stopped.")).contains("Stopping");
        } finally {
            demo.destroy();
            if (!demo.waitFor(60, TimeUnit.SECONDS)) {
                demo.destroyForcibly();
            }
        }
        assertThat(demo.exitValue()).isEqualTo(ENDED_BY_SIGNAL);
        ports.check();
    }

    private Process start(Ports ports) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                JAR.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        ports.byVariable()
                .forEach((name, port) -> builder.environment().put(name, Integer.toString(port)));
        return builder.start();
    }

    /**
     * @return all lines up to that one, for which it waits; without it when the demo ends before
     */
    private static String upTo(BufferedReader said, String wanted) throws IOException {
        StringBuilder lines = new StringBuilder();
        String line = said.readLine();
        while (line != null) {
            lines.append(line).append('\n');
            if (line.contains(wanted)) {
                return lines.toString();
            }
            line = said.readLine();
        }
        throw new AssertionError("The demo ended without \"" + wanted + "\":\n" + lines);
    }

    private static int status(int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** The database is asked with what the server was given. */
    private static int clients(Path variables) throws IOException, SQLException {
        Map<String, String> given =
                Files.readAllLines(variables).stream()
                        .filter(line -> line.startsWith("EB_DB_URL=") || line.startsWith("DB_"))
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try (Connection connection =
                        DriverManager.getConnection(
                                given.get("EB_DB_URL"),
                                given.get("DB_USER"),
                                given.get("DB_PASS"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM tblclients")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
