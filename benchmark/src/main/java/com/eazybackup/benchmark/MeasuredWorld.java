package com.eazybackup.benchmark;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.demo.Options;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.DemoCustomers.Service;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole world on empty tables, with clients of one account and a few devices each: the portal
 * in its real server, the database and the simulated Comet Server, all on the processors of this
 * machine.
 */
final class MeasuredWorld implements AutoCloseable {

    private static final int DEVICES = 5;

    private final Path directory;
    private final DemoWorld world;

    private MeasuredWorld(Path directory, DemoWorld world) {
        this.directory = directory;
        this.world = world;
    }

    /** Returns when the portal has read what the Comet Server knew before. */
    static MeasuredWorld start(int clients) throws SQLException {
        return start(clients, Map.of());
    }

    /**
     * @param variables more environment for the portal
     */
    static MeasuredWorld start(int clients, Map<String, String> variables) throws SQLException {
        return start(customers(clients), variables);
    }

    static MeasuredWorld start(DemoCustomers customers, Map<String, String> variables)
            throws SQLException {
        Path directory = Path.of(System.getProperty("work.directory")).resolve("ingest");
        forget(directory);
        DemoWorld world =
                DemoWorld.start(
                        Options.forTests(directory, Path.of(System.getProperty("server.home")))
                                .withCustomers(customers)
                                .withVariables(variables));
        // A run that is broken off leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(world::close));
        MeasuredWorld measured = new MeasuredWorld(directory, world);
        measured.give("innodb_buffer_pool_size", 512L << 20);
        measured.give("innodb_log_file_size", 256L << 20);
        // 2 tells what is the portal's own where the disk stalls: commits do not wait for it.
        measured.give("innodb_flush_log_at_trx_commit", setting("flush", 1));
        await("the first catch-up", Duration.ofMinutes(5), measured::caughtUp);
        return measured;
    }

    /** The tests' database starts with less than any server of a portal would have. */
    private void give(String variable, long bytes) throws SQLException {
        try (Connection connection = world.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL " + variable + " = " + bytes);
        }
    }

    SimulatedCometServer comet() {
        return world.comet(DemoCustomers.COMETBACKUP);
    }

    DemoWorld world() {
        return world;
    }

    /**
     * @param client 1 to the number of clients
     */
    HttpClient signIn(int client) throws IOException, InterruptedException {
        return SignedIn.as(world.portal(), email(client));
    }

    ProcessFigures database() {
        return new ProcessFigures(pid(directory.resolve("mariadb/mariadbd.pid")));
    }

    /** The Java process of the portal's server; its script is the parent. */
    ProcessFigures portal() {
        return new ProcessFigures(
                ProcessHandle.of(pid(directory.resolve("server.pid")))
                        .flatMap(
                                script ->
                                        script.descendants()
                                                .filter(MeasuredWorld::isJava)
                                                .findFirst())
                        .orElseThrow()
                        .pid());
    }

    long number(String sql) throws SQLException {
        try (Connection connection = world.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(row.getMetaData().getColumnCount()) : 0;
        }
    }

    @Override
    public void close() {
        world.close();
    }

    static void await(String what, Duration atMost, BooleanSupplier done) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not come within " + atMost);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** A setting of this program, given with {@code -D}. */
    static int setting(String name, int otherwise) {
        return Integer.getInteger(name, otherwise);
    }

    private boolean caughtUp() {
        try {
            return number("SELECT COUNT(*) FROM eb_event_cursor") == 2
                    || number("SELECT COUNT(*) FROM eb_event_cursor WHERE source LIKE '%comet%up'")
                            == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(command -> command.endsWith("/java")).isPresent();
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String email(int client) {
        return "person" + client + "@bench.example";
    }

    private static DemoCustomers customers(int clients) {
        return new DemoCustomers(
                IntStream.rangeClosed(1, clients).mapToObj(MeasuredWorld::client).toList(),
                IntStream.rangeClosed(1, clients).mapToObj(MeasuredWorld::person).toList());
    }

    private static Client client(int id) {
        String company = "Company" + id;
        Service service =
                new Service(
                        1_000 + id, "user" + id, DemoCustomers.COMETBACKUP, 58, "Active", DEVICES);
        return new Client(id, company, "Bench", company, email(id), 0, List.of(service));
    }

    private static Person person(int id) {
        return new Person(
                10_000 + id,
                email(id),
                DemoCustomers.PASSWORD,
                "Bench",
                "Mark",
                Optional.of(id),
                List.of(id));
    }
}
