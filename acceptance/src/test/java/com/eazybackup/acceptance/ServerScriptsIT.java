package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that make somebody's existing WildFly able to run the portal, and take that back. */
class ServerScriptsIT {

    private static final Path CONFIG = Path.of(System.getProperty("wildfly.config"));
    private static final Path PLAIN = Path.of(System.getProperty("plain.server"));
    private static final Path SERVER = Path.of(System.getProperty("server.home"));

    @TempDir Path folder;

    @Test
    void aPlainServerIsConfiguredAndUndoneWithoutATrace() throws Exception {
        Path server = copy(PLAIN, folder.resolve("wildfly"));
        String before = configuration(server);

        runScript(server, "configure.cli");
        String configured = configuration(server);
        runScript(server, "server.cli");
        String own = configuration(server);
        runScript(server, "server-undo.cli");
        assertThat(configuration(server)).isEqualTo(configured);
        runScript(server, "undo.cli");

        assertThat(configured)
                .contains("java:jboss/datasources/PortalDS", "${env.EB_DB_URL")
                .contains("SET time_zone = '+00:00'", "TRANSACTION_READ_COMMITTED");
        assertThat(own).contains("${env.EB_HTTP_PORT:8080}", "${env.EB_MANAGEMENT_PORT:9990}");
        assertThat(configuration(server)).isEqualTo(before);
        assertThat(server.resolve("modules/com/eazybackup")).doesNotExist();
    }

    @Test
    void noSecretStandsInTheShippedConfiguration() throws IOException {
        assertThat(configuration(SERVER)).contains("password=\"${env.DB_PASS:}\"");
    }

    @Test
    void theServerDoesNotStartWithoutItsSettingsAndNamesThem() throws Exception {
        Result start = run(SERVER, Map.of(), SERVER.resolve("bin/standalone.sh").toString());

        assertThat(start.code()).isNotZero();
        assertThat(start.output())
                .contains("EB_DB_URL is not set", "COMET_PROFILES is not set")
                .doesNotContain("WFLYSRV0049");
    }

    private void runScript(Path server, String script) throws Exception {
        Path driver = CONFIG.resolve("target/driver/mysql-connector-j.jar");
        Result result =
                run(
                        server,
                        Map.of("JAVA_OPTS", "-Deazybackup.driver=" + driver.toAbsolutePath()),
                        server.resolve("bin/jboss-cli.sh").toString(),
                        "--file=" + CONFIG.resolve(script).toAbsolutePath());
        assertThat(result.code()).as(script + ": " + result.output()).isZero();
    }

    private Result run(Path directory, Map<String, String> environment, String... command)
            throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(EB|DB|COMET)_.*"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends within two minutes").isTrue();
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static String configuration(Path server) throws IOException {
        return Files.readString(server.resolve("standalone/configuration/standalone.xml"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(files::add);
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file)));
        }
        to.resolve("bin/jboss-cli.sh").toFile().setExecutable(true);
        return to;
    }

    private record Result(int code, String output) {}
}
