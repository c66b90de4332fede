package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that cannot run with its settings says which one it is, and ends. */
class StartRefusalIT {

    private static final Path SERVER = Path.of(System.getProperty("server.home"));
    private static final Path PLAIN = Path.of(System.getProperty("plain.server"));
    private static final int BAD_SETTING = 2;
    private static final String NOWHERE =
            "COMET_nowhere_ORIGIN is not set, and WHMCS has no server group \"nowhere\" with a"
                    + " server that would say it.";

    @TempDir Path folder;

    @Test
    void aProfileThatNobodyKnowsEndsTheServerAndTheNextStartIsGood() throws Exception {
        Path base = AnotherServer.copyOfBase(SERVER, folder.resolve("base"));
        Map<String, String> unknown = new HashMap<>();
        unknown.put("COMET_PROFILES", "cometbackup,nowhere");
        unknown.put("COMET_nowhere_USERNAME", "portal");
        unknown.put("COMET_nowhere_PASSWORD", "hush");

        try (AnotherServer server = AnotherServer.start(SERVER, base, unknown)) {
            assertThat(server.awaitEnd()).isEqualTo(BAD_SETTING);
            assertThat(server.lastLine())
                    .contains("The portal was not started: ")
                    .endsWith(NOWHERE);
            assertThat(server.console()).doesNotContain("hush").doesNotContain("\tat ");
        }
        try (AnotherServer server = AnotherServer.start(SERVER, base, Map.of())) {
            server.awaitReady();
        }
    }

    @Test
    void aServerWithOtherApplicationsLivesOnWithoutThePortal() throws Exception {
        Path home = ServerCopy.of(PLAIN, folder.resolve("wildfly"));
        ServerCopy.runScript(home, "configure.cli");
        Path base = home.resolve("standalone");
        Path ear = base.resolve("deployments/eazybackup-portal.ear");
        Files.copy(SERVER.resolve("standalone/deployments/eazybackup-portal.ear"), ear);

        Map<String, String> unknown = Map.of("COMET_PROFILES", "cometbackup,nowhere");
        try (AnotherServer server = AnotherServer.start(home, base, unknown)) {
            World.within(
                    AnotherServer.START,
                    "the deployment has failed",
                    () -> Files.exists(ear.resolveSibling("eazybackup-portal.ear.failed")));

            assertThat(server.console()).contains(NOWHERE).contains("COMET_nowhere_PASSWORD");
            assertThat(server.alive()).isTrue();
            assertThat(AnotherServer.answers(server.management("health/live"))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EB_HTTP_PORT, x, 'EB_HTTP_PORT must be a port from 1 to 65535, not \"x\".'",
        "EB_WHMCS_API_SECRET, , 'EB_WHMCS_API_SECRET is not set: Secret of the WHMCS API credentials.'"
    })
    void aBadValueEndsItBeforeItBegins(String name, String value, String sentence)
            throws Exception {
        Path base = Files.createDirectories(folder.resolve("base"));
        Map<String, String> variables = new HashMap<>();
        variables.put(name, value);

        try (AnotherServer server = AnotherServer.start(SERVER, base, variables)) {
            assertThat(server.awaitEnd()).isEqualTo(BAD_SETTING);
            assertThat(server.lastLine().strip()).isEqualTo(sentence);
        }
    }
}
