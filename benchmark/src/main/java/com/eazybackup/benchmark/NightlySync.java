package com.eazybackup.benchmark;

import com.eazybackup.ingest.MeasuredSync;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.database.MariaDbServer;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The nightly sync of fleets of several sizes into empty tables, and once more when there is
 * nothing to write: {@link MeasuredSync} in a process with 512 MiB of heap that has synced another
 * fleet before, as a portal at night has run all day, MariaDB, and the simulated Comet Server. In
 * the same run the same rows are written by plain JDBC into tables of the same keys, by a process
 * that has written the other fleet's rows before.
 */
public final class NightlySync {

    private static final String PORTAL = "sync";
    private static final String PLAIN = "plain";
    private static final String WARMING = "warming";
    private static final int USERS_TO_WARM = 30_000;

    /**
     * A log that only the larger fleet fills would let that one alone wait for pages to be written.
     * From the start: a pool that grows later keeps the short table by which its pages are found,
     * and each look-up goes through a chain that is as many times longer.
     */
    private static final List<String> SIZED =
            List.of("--innodb-buffer-pool-size=4G", "--innodb-log-file-size=8G");

    private final PrintStream out = System.out;
    private final MariaDbServer database;
    private final ProcessFigures server;
    private final int days = MeasuredWorld.setting("days", 1);

    private NightlySync(MariaDbServer database, Path directory) throws IOException {
        this.database = database;
        this.server =
                new ProcessFigures(
                        Long.parseLong(
                                Files.readString(directory.resolve("mariadbd.pid")).strip()));
    }

    /**
     * What one run of the sync said.
     *
     * @param peak of its heap before a collection, MiB
     * @param kept of its heap after a collection, at most, MiB
     * @param processor milliseconds of its process
     * @param database the same of the database meanwhile
     */
    private record Run(
            long ms, long repaired, long peak, long kept, long processor, long database) {}

    /** The command itself. {@code -Dusers=1500,10000} names the sizes. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(System.getProperty("work.directory")).resolve("sync-database");
        try (MariaDbServer database = MariaDbServer.start(directory, 0, SIZED)) {
            NightlySync sync = new NightlySync(database, directory);
            for (String users : System.getProperty("users", "1500,10000").split(",")) {
                sync.measure(Integer.parseInt(users.strip()));
            }
        }
    }

    private void measure(int users) throws Exception {
        String name = PORTAL + users;
        PlainCopy.fresh(database, name);
        PlainCopy.fresh(database, WARMING);
        try (SimulatedCometServer comet = world(name, users);
                SimulatedCometServer warming = world(WARMING, USERS_TO_WARM)) {
            long requests = comet.requests();
            List<Run> runs = sync(name, comet, warming);
            long calls = (comet.requests() - requests) / runs.size();
            long rows = PlainCopy.rows(database, name);
            PlainCopy.write(database, WARMING, PLAIN + WARMING);
            long began = server.processorTime().toMillis();
            PlainCopy.Took plain = PlainCopy.write(database, name, PLAIN + users);
            long copied = server.processorTime().toMillis() - began;
            out.printf("%,d users, %,d rows%n", users, rows);
            out.printf(
                    "  first: %,d ms, %,.0f rows/s, %d calls, heap at most %d MiB, after a"
                            + " collection %d MiB%n",
                    runs.get(0).ms(),
                    rows * 1e3 / runs.get(0).ms(),
                    calls,
                    runs.get(0).peak(),
                    runs.get(0).kept());
            for (Run again : runs.subList(1, runs.size())) {
                out.printf("  again: %,d ms, %,d rows written%n", again.ms(), again.repaired());
            }
            out.printf(
                    "  plain JDBC: %,d ms, %,.0f rows/s; the sync's speed in parts of that: %.2f%n",
                    plain.ms(), rows * 1e3 / plain.ms(), (double) plain.ms() / runs.get(0).ms());
            for (Run run : runs) {
                out.printf(
                        "  processor time: sync %,d ms, database %,d ms%n",
                        run.processor(), run.database());
            }
            out.printf(
                    "  processor time: plain JDBC %,d ms, database %,d ms, reading the rows too%n",
                    plain.processorMs(), copied);
        }
    }

    private SimulatedCometServer world(String name, int users) throws SQLException {
        FleetPlan plan = FleetPlan.numbered(users, Clock.systemUTC());
        FleetPlan shorter = new FleetPlan(plan.seed(), plan.accounts(), plan.clock(), days);
        SimulatedCometServer comet = SimulatedCometServer.start(0, shorter.build(), new Switches());
        try (Connection connection = database.connect(name)) {
            WhmcsTables.create(connection);
            WhmcsTables.fill(
                    connection,
                    new DemoCustomers(clients(plan), List.of()),
                    Map.of(DemoCustomers.COMETBACKUP, comet.access()));
        }
        return comet;
    }

    private static List<Client> clients(FleetPlan plan) {
        List<Client> clients = new ArrayList<>();
        for (DemoCustomers.Service service : plan.accounts()) {
            int id = service.id();
            String name = "Company" + id;
            clients.add(
                    new Client(
                            id, name, "B", name, "p" + id + "@bench.example", 0, List.of(service)));
        }
        return clients;
    }

    private List<String> given(String name, SimulatedCometServer comet) {
        return List.of(
                database.jdbcUrl(name)
                        + "&connectionTimeZone=UTC"
                        + "&forceConnectionTimeZoneToSession=true"
                        + "&useLocalSessionState=true&cachePrepStmts=true"
                        + "&prepStmtCacheSqlLimit=8192",
                database.user(),
                database.password(),
                comet.origin().toString(),
                comet.access().username(),
                comet.access().password());
    }

    private List<Run> sync(String name, SimulatedCometServer comet, SimulatedCometServer warming)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-cp", classPath(), MeasuredSync.class.getName()));
        command.add(DemoCustomers.COMETBACKUP);
        command.addAll(given(WARMING, warming));
        command.addAll(given(name, comet));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Run> runs = new ArrayList<>();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            long before = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                out.println(line);
                long now = server.processorTime().toMillis();
                if (line.matches("[0-9,]+")) {
                    runs.add(run(line.split(",", -1), now - before));
                }
                before = line.startsWith("run ") ? before : now;
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("the sync failed");
        }
        return runs;
    }

    private static Run run(String[] said, long database) {
        return new Run(
                Long.parseLong(said[1]),
                Long.parseLong(said[2]),
                Long.parseLong(said[3]),
                Long.parseLong(said[4]),
                Long.parseLong(said[5]),
                database);
    }

    /** This program runs in Maven's process, whose class path is a loader's. */
    private static String classPath() throws URISyntaxException {
        if (NightlySync.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> files = new ArrayList<>();
            for (URL url : loader.getURLs()) {
                files.add(Path.of(url.toURI()).toString());
            }
            return String.join(File.pathSeparator, files);
        }
        return System.getProperty("java.class.path");
    }
}
