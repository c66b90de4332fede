package com.eazybackup.simulator.database;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running mariadbd: how it is installed, started, watched and ended. */
final class MariaDbProcess {

    private static final int START_SECONDS = 90;
    private static final int STOP_SECONDS = 30;
    private static final int KEPT_LINES = 30;

    private final Process process;
    private final Thread hook;

    private MariaDbProcess(Process process) {
        this.process = process;
        this.hook = new Thread(this::end, "mariadbd-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static MariaDbProcess start(
            MariaDbBinaries binaries, Path home, int port, Path initFile, List<String> options)
            throws IOException {
        Path data = home.resolve("data");
        Path pidFile = home.resolve("mariadbd.pid");
        Files.createDirectories(data);
        Files.createDirectories(temporary(data));
        stopForgotten(home);
        if (!Files.isDirectory(data.resolve("mysql"))) {
            install(binaries, data);
        }
        List<String> command = command(binaries, data, port, initFile);
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        MariaDbProcess started = new MariaDbProcess(process);
        Files.writeString(pidFile, Long.toString(process.pid()));
        started.awaitReady(home.resolve("server.log"));
        return started;
    }

    void stop() {
        end();
        forgetHook();
    }

    void signal(String name) {
        try {
            int exit =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forgetHook();
    }

    void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The JVM is ending: the hook does the same thing, and may run now.
            return;
        }
    }

    private void end() {
        endInOrder(process.toHandle());
    }

    private static void endInOrder(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    private static List<String> command(
            MariaDbBinaries binaries, Path data, int port, Path initFile) {
        List<String> command = new ArrayList<>();
        command.add(binaries.server().toString());
        command.addAll(
                List.of(
                        "--no-defaults",
                        "--basedir=" + binaries.base(),
                        "--datadir=" + data,
                        "--tmpdir=" + temporary(data),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        // A socket path may have 107 characters; build folders are often deeper.
                        "--socket=/tmp/eazybackup-" + port + ".sock",
                        "--init-file=" + initFile,
                        "--skip-ssl",
                        "--skip-name-resolve",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_unicode_ci",
                        "--innodb-log-file-size=32M",
                        "--innodb-flush-log-at-trx-commit=1",
                        "--max-connections=300",
                        "--performance-schema=OFF"));
        runAsRoot().ifPresent(command::add);
        return command;
    }

    private static void install(MariaDbBinaries binaries, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.install().toString());
        command.addAll(
                List.of(
                        "--no-defaults",
                        "--basedir=" + binaries.base(),
                        "--datadir=" + data,
                        "--tmpdir=" + temporary(data),
                        "--auth-root-authentication-method=normal",
                        // A machine that cannot look up its own name is no reason to stop.
                        "--force",
                        "--innodb-log-file-size=32M",
                        "--skip-test-db"));
        runAsRoot().ifPresent(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit;
        try {
            exit = process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while MariaDB was being installed", e);
        }
        if (exit != 0) {
            throw new IOException("mariadb-install-db ended with " + exit + ":\n" + words);
        }
    }

    /**
     * A starting server deletes the temporary tables that it finds here: it must be nobody else's.
     */
    private static Path temporary(Path data) {
        return data.resolveSibling("tmp");
    }

    /** mariadbd refuses to run as root unless asked to by name. */
    private static Optional<String> runAsRoot() {
        return "root".equals(System.getProperty("user.name"))
                ? Optional.of("--user=root")
                : Optional.empty();
    }

    /** A JVM that was killed outright leaves its server behind; it would hold the data's lock. */
    static void stopForgotten(Path home) throws IOException {
        Path pidFile = home.resolve("mariadbd.pid");
        Path data = home.resolve("data");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(pid).contains("--datadir=" + data))
                .ifPresent(MariaDbProcess::endInOrder);
        Files.delete(pidFile);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private void awaitReady(Path logFile) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> copyLog(logFile, last, ready), "mariadbd-log");
        reader.setDaemon(true);
        reader.start();
        String trouble;
        try {
            if (ready.get(START_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            trouble = "it ended at once";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = "interrupted";
        } catch (ExecutionException | TimeoutException e) {
            trouble = "not ready after " + START_SECONDS + " seconds";
        }
        stop();
        synchronized (last) {
            throw new IOException(trouble + "; its last lines:\n" + String.join("\n", last));
        }
    }

    private void copyLog(Path logFile, Deque<String> last, CompletableFuture<Boolean> ready) {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(logFile)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                synchronized (last) {
                    last.addLast(line);
                    if (last.size() > KEPT_LINES) {
                        last.removeFirst();
                    }
                }
                if (line.contains("ready for connections")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            // The process is going away; what matters is that nobody waits for it any longer.
            ready.complete(false);
        }
        ready.complete(false);
    }
}
