package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.ServerCopy.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that make somebody's existing WildFly able to run the portal, and take that back. */
class ServerScriptsIT {

    private static final Path PLAIN = Path.of(System.getProperty("plain.server"));
    private static final Path SERVER = Path.of(System.getProperty("server.home"));

    @TempDir Path folder;

    @Test
    void aPlainServerIsConfiguredAndUndoneWithoutATrace() throws Exception {
        Path server = ServerCopy.of(PLAIN, folder.resolve("wildfly"));
        String before = configuration(server);

        ServerCopy.runScript(server, "configure.cli");
        String configured = configuration(server);
        ServerCopy.runScript(server, "server.cli");
        String own = configuration(server);
        ServerCopy.runScript(server, "server-undo.cli");
        assertThat(configuration(server)).isEqualTo(configured);
        ServerCopy.runScript(server, "undo.cli");

        assertThat(configured)
                .contains("java:jboss/datasources/PortalDS", "java:jboss/datasources/PortalWorkDS")
                .contains("${env.EB_DB_URL", "${env.EB_DB_ANSWER_MS", "${env.EB_DB_WORK_MS")
                .contains("SET time_zone = '+00:00'", "TRANSACTION_READ_COMMITTED")
                .contains("<prometheus-registry context=\"/metrics\" security-enabled=\"false\"/>")
                .doesNotContain("eazybackup.own-server");
        assertThat(own)
                .contains("${env.EB_HTTP_PORT:8080}", "${env.EB_MANAGEMENT_PORT:9990}")
                .contains("<property name=\"eazybackup.own-server\" value=\"true\"/>");
        assertThat(configuration(server)).isEqualTo(before);
        assertThat(server.resolve("modules/com/eazybackup")).doesNotExist();
    }

    @Test
    void thePortalRunsOnAPlainServerAndLeavesItAsItWas() throws Exception {
        Path home = ServerCopy.of(PLAIN, folder.resolve("wildfly"));
        String before = configuration(home);
        ServerCopy.runScript(home, "configure.cli");
        Path ear = home.resolve("standalone/deployments/eazybackup-portal.ear");
        Files.copy(SERVER.resolve("standalone/deployments/eazybackup-portal.ear"), ear);

        try (AnotherServer server =
                AnotherServer.start(home, home.resolve("standalone"), Map.of())) {
            server.awaitReady();
            Session customer = Session.at(server.portal(), World.SMALL);
            World.eventually(
                    "the customer's device is there",
                    () -> customer.get("/api/devices").json().path("total").asInt() == 1);
            assertThat(customer.get("/status").body()).contains("</html>");
        }

        Files.delete(ear);
        ServerCopy.runScript(home, "undo.cli");
        assertThat(configuration(home)).isEqualTo(before);
    }

    @Test
    void aServerWithoutMetricsIsGivenThemAndRidOfThem() throws Exception {
        Path server = ServerCopy.of(PLAIN, folder.resolve("wildfly"));
        ServerCopy.runCommands(
                server,
                "/subsystem=micrometer:remove",
                "/extension=org.wildfly.extension.micrometer:remove");
        String before = configuration(server);
        assertThat(before).doesNotContain("micrometer");

        ServerCopy.runScript(server, "configure.cli");
        assertThat(configuration(server))
                .contains("org.wildfly.extension.micrometer", "<prometheus-registry");
        ServerCopy.runScript(server, "undo.cli");

        assertThat(configuration(server)).isEqualTo(before);
    }

    @Test
    void metricsThatAServerHasAlreadyAreLeftAsTheyAre() throws Exception {
        Path server = ServerCopy.of(PLAIN, folder.resolve("wildfly"));
        ServerCopy.runCommands(
                server,
                "/subsystem=micrometer/registry=prometheus:add(context=\"/other\",security-enabled=true)");
        String before = configuration(server);

        ServerCopy.runScript(server, "configure.cli");
        assertThat(configuration(server)).contains("context=\"/other\"");
        ServerCopy.runScript(server, "undo.cli");

        assertThat(configuration(server)).isEqualTo(before);
    }

    @Test
    void noSecretStandsInTheShippedConfiguration() throws IOException {
        assertThat(configuration(SERVER)).contains("password=\"${env.DB_PASS:}\"");
    }

    @Test
    void theServerDoesNotStartWithoutItsSettingsAndNamesThem() throws Exception {
        Result start =
                ServerCopy.run(SERVER, Map.of(), SERVER.resolve("bin/standalone.sh").toString());

        assertThat(start.code()).isNotZero();
        assertThat(start.output())
                .contains("EB_DB_URL is not set", "COMET_PROFILES is not set")
                .doesNotContain("WFLYSRV0049");
    }

    private static String configuration(Path server) throws IOException {
        return Files.readString(server.resolve("standalone/configuration/standalone.xml"));
    }
}
