package com.eazybackup.acceptance;

import com.eazybackup.simulator.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server beside the world's own, on the world's database and simulators but with an environment
 * and ports of its own. Closing it leaves no process behind.
 */
final class AnotherServer implements AutoCloseable {

    private static final int END_SECONDS = 30;

    /** As long as the world waits for its own server. */
    static final Duration START = Duration.ofMinutes(4);

    private final Process process;
    private final Path console;
    private final int http;
    private final int management;

    private AnotherServer(Process process, Path console, int http, int management) {
        this.process = process;
        this.console = console;
        this.http = http;
        this.management = management;
    }

    /**
     * @param base the standalone folder that the server runs on
     * @param variables more environment; what is null is not set
     */
    static AnotherServer start(Path home, Path base, Map<String, String> variables)
            throws IOException {
        List<Integer> ports = freePorts();
        Path console = Files.createTempFile(base, "console", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                                home.resolve("bin/standalone.sh").toString(),
                                "-Djboss.http.port=" + ports.get(0),
                                "-Djboss.management.http.port=" + ports.get(1))
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile());
        Map<String, String> environment = new HashMap<>(World.get().serverVariables());
        environment.put("EB_HTTP_PORT", ports.get(0).toString());
        environment.put("EB_MANAGEMENT_PORT", ports.get(1).toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        // It lives for a minute or two: what the second compiler would save, it costs several
        // times.
        environment.put("PREPEND_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("JBOSS_BASE_DIR", base.toString());
        environment.putAll(variables);
        environment.values().removeIf(value -> value == null);
        builder.environment().keySet().removeIf(name -> name.matches("(EB|DB|COMET)_.*"));
        builder.environment().putAll(environment);
        return new AnotherServer(builder.start(), console, ports.get(0), ports.get(1));
    }

    /** What a server needs to run on, without what an earlier one left there. */
    static Path copyOfBase(Path home, Path target) throws IOException {
        for (String part : List.of("configuration", "deployments", "lib")) {
            Path source = home.resolve("standalone").resolve(part);
            if (Files.isDirectory(source)) {
                copy(source, target.resolve(part));
            }
        }
        Path ear = target.resolve("deployments/eazybackup-portal.ear");
        if (Files.exists(ear)) {
            Files.writeString(ear.resolveSibling("eazybackup-portal.ear.dodeploy"), "");
        }
        return target;
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(source)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Path to = target.resolve(source.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else if (!file.toString().matches(".*[.](deployed|failed|isdeploying|pending)")) {
                Files.copy(file, to);
            }
        }
    }

    /**
     * @return the exit code
     */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end by itself: " + console());
        }
        return process.exitValue();
    }

    AnotherServer awaitReady() throws Exception {
        World.within(
                START,
                "the server is ready",
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the server ended: " + console());
                    }
                    return answers(portal()) && answers(management("health/ready"));
                });
        return this;
    }

    boolean alive() {
        return process.isAlive();
    }

    URI portal() {
        return URI.create("http://127.0.0.1:" + http + "/");
    }

    URI management(String path) {
        return URI.create("http://127.0.0.1:" + management + "/" + path);
    }

    /** Everything that was said there so far, without its colours. */
    String console() {
        try {
            return Files.readString(console).replaceAll("\u001b\\[[0-9;]*m", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return console().lines().filter(line -> !line.isBlank()).toList();
    }

    String lastLine() {
        List<String> lines = lines();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    static boolean answers(URI address) throws InterruptedException {
        try {
            int status =
                    HttpClient.newBuilder()
                            .followRedirects(HttpClient.Redirect.NORMAL)
                            .build()
                            .send(
                                    HttpRequest.newBuilder(address)
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            return status == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<Integer> freePorts() throws IOException {
        return FreePorts.find(2);
    }

    /** Ends it as a power failure does. */
    void kill() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        CompletableFuture<?> ended =
                CompletableFuture.allOf(
                        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        ended.completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
