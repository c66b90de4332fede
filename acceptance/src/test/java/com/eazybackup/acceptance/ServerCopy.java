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

/** A copy of a WildFly, to run scripts on it as an operator would. */
final class ServerCopy {

    private static final Path CONFIG = Path.of(System.getProperty("wildfly.config"));

    private ServerCopy() {}

    static Path of(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(files::add);
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file)));
        }
        for (String script : List.of("jboss-cli.sh", "standalone.sh")) {
            assertThat(to.resolve("bin").resolve(script).toFile().setExecutable(true)).isTrue();
        }
        return to;
    }

    /** Runs one of the scripts of {@code wildfly-config}; fails when it fails. */
    static void runScript(Path server, String script) throws Exception {
        Path driver = CONFIG.resolve("target/driver/mysql-connector-j.jar");
        Result result =
                run(
                        server,
                        Map.of("JAVA_OPTS", "-Deazybackup.driver=" + driver.toAbsolutePath()),
                        server.resolve("bin/jboss-cli.sh").toString(),
                        "--file=" + CONFIG.resolve(script).toAbsolutePath());
        assertThat(result.code()).as(script + ": " + result.output()).isZero();
    }

    /** What somebody has done to their stopped server before us; fails when it fails. */
    static void runCommands(Path server, String... commands) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("embed-server --std-out=discard --server-config=standalone.xml");
        lines.addAll(List.of(commands));
        lines.add("stop-embedded-server");
        Path script = Files.write(server.resolve("before.cli"), lines);
        Result result =
                run(
                        server,
                        Map.of(),
                        server.resolve("bin/jboss-cli.sh").toString(),
                        "--file=" + script);
        assertThat(result.code()).as(result.output()).isZero();
    }

    /** Runs a command to its end, with nothing of our own settings but those given. */
    static Result run(Path directory, Map<String, String> environment, String... command)
            throws Exception {
        Path output = Files.createTempFile("output", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(EB|DB|COMET)_.*"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                assertThat(process.waitFor(2, TimeUnit.MINUTES))
                        .as("ends within two minutes")
                        .isTrue();
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Result(
                    process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** How a command ended and what it said. */
    record Result(int code, String output) {}
}
