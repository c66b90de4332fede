package com.eazybackup.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The provisioned WildFly as a child process: the script, the Java it starts, and their log. */
final class PortalServer implements AutoCloseable {

    private static final int STOP_SECONDS = 30;
    private static final int SHOWN_LINES = 30;

    private final Process process;
    private final Path log;

    private PortalServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param base the server's standalone folder, when it is not the one of its home
     */
    static PortalServer start(Path home, Path base, Map<String, String> variables, Path log) {
        Path script = home.resolve("bin/standalone.sh");
        if (!Files.exists(script)) {
            throw new StartFailed("There is no server in " + home + ": build it first.");
        }
        List<String> command = new ArrayList<>();
        command.add(script.toString());
        command.add("-Djboss.server.base.dir=" + base);
        // The log is a file, read by people and editors.
        command.add("-Dorg.jboss.logmanager.nocolor=true");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // The script then passes signals on to the Java process and ends with it.
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            Files.writeString(pidFile(log), Long.toString(process.pid()));
            return new PortalServer(process, log);
        } catch (IOException e) {
            throw new StartFailed("Cannot start " + script + ": " + e.getMessage(), e);
        }
    }

    /** Ends the server that a killed JVM left behind with this log, if there is one. */
    static void stopForgotten(Path log) {
        Path file = pidFile(log);
        try {
            if (Files.exists(file)) {
                long pid = Long.parseLong(Files.readString(file).strip());
                ProcessHandle.of(pid)
                        .filter(handle -> commandLine(pid).contains("jboss.server.base.dir="))
                        .ifPresent(PortalServer::end);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fresh copy of the home's standalone folder, without what earlier runs left in it. */
    static Path copyBase(Path home, Path target) {
        Path source = home.resolve("standalone");
        try {
            for (String part : List.of("configuration", "deployments", "lib")) {
                copy(source.resolve(part), target.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    /** A start that was cut short leaves markers that would keep the next one from deploying. */
    static void askForDeployment(Path base) {
        Path ear = base.resolve("deployments/eazybackup-portal.ear");
        if (!Files.exists(ear)) {
            return;
        }
        try {
            for (String marker : List.of(".failed", ".isdeploying", ".undeployed", ".pending")) {
                Files.deleteIfExists(ear.resolveSibling(ear.getFileName() + marker));
            }
            Files.writeString(ear.resolveSibling(ear.getFileName() + ".dodeploy"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletableFuture<?> ended() {
        return process.onExit();
    }

    Path log() {
        return log;
    }

    /** The end of the log, where the reason stands. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        end(process.toHandle());
    }

    private static void end(ProcessHandle script) {
        List<ProcessHandle> all = new ArrayList<>(script.descendants().toList());
        all.add(script);
        all.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(
                            all.stream()
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture<?>[]::new))
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Path pidFile(Path log) {
        return log.resolveSibling("server.pid");
    }

    /** A number that was given to another process since must not end that one. */
    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (!Files.isDirectory(source)) {
            return;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = target.resolve(source.relativize(file).toString());
                String name = file.getFileName().toString();
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!name.matches(".*\\.(deployed|failed|isdeploying|undeployed|pending)")) {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
