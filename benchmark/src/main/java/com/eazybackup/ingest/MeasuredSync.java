package com.eazybackup.ingest;

import com.eazybackup.comet.AddressGate;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamLimits;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.Schema;
import com.eazybackup.whmcs.ClientResolver;
import com.eazybackup.whmcs.CometServer;
import com.eazybackup.whmcs.ServiceAccounts;
import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What the nightly sync does with one Comet Server, in a process of its own with a heap of its own:
 * the portal's own reading and writing, in the sync's portions, without the batch runtime. Three
 * times, and each time in a line of figures. Lives in this package because nobody else may put an
 * intake together.
 */
public final class MeasuredSync {

    private static final int FULL = 500;
    private static final int USER = 5;
    private static final int MANY = 100;

    private MeasuredSync() {}

    /**
     * @param given profile, then twice: address of the database, user, password, address of the
     *     Comet Server, user, password. The first is synced once, so that what is measured is not a
     *     Java machine that has just begun; the second is measured
     */
    public static void main(String[] given) throws Exception {
        List<String> each = List.of(given);
        ProfileName profile = new ProfileName(each.get(0));
        with(
                each.subList(1, 7),
                database -> run(sync(database, profile, each.subList(4, 7)), profile));
        with(
                each.subList(7, 13),
                database ->
                        measure(
                                sync(database, profile, each.subList(10, 13)),
                                profile,
                                System.out));
    }

    /** Does something with a database. */
    private interface Work {
        void with(DataSource database) throws Exception;
    }

    private static void with(List<String> given, Work work) throws Exception {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(given.get(0));
        pool.setUsername(given.get(1));
        pool.setPassword(given.get(2));
        try (HikariDataSource database = new HikariDataSource(pool)) {
            Schema.migrate(database);
            work.with(database);
        }
    }

    private static FleetReconciliation sync(
            DataSource database, ProfileName profile, List<String> server) {
        return new FleetReconciliation(
                intakes(
                        profile,
                        new CometServer(URI.create(server.get(0)), server.get(1), server.get(2)),
                        new WriterTools(
                                database,
                                new ChangeLog(database, Clock.systemUTC()),
                                new ClientResolver(
                                        database, Clock.systemUTC(), Duration.ofMinutes(5)),
                                Clock.systemUTC(),
                                false)),
                new ServiceAccounts(database, Set.of(2, 11)),
                14,
                DropRule.STANDARD);
    }

    private static void measure(FleetReconciliation sync, ProfileName profile, PrintStream out)
            throws Exception {
        HeapWatch heap = HeapWatch.begun();
        out.println("ready");
        for (int run = 1; run <= 3; run++) {
            long began = System.nanoTime();
            long used = processorNanos();
            Repaired repaired = run(sync, profile);
            out.printf("run %d: %s%n", run, repaired);
            out.printf(
                    "%d,%d,%d,%d,%d,%d%n",
                    run,
                    (System.nanoTime() - began) / 1_000_000,
                    repaired.all(),
                    heap.fullMebibytes(),
                    heap.keptMebibytes(),
                    (processorNanos() - used) / 1_000_000);
            out.flush();
        }
    }

    private static Intakes intakes(ProfileName profile, CometServer server, WriterTools tools) {
        Intakes intakes = new Intakes();
        intakes.add(
                new CometIntake(
                        new CometProfileSettings(
                                profile.value(),
                                profile.value(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "Password",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        name -> Optional.of(server),
                        AddressGate.OPEN,
                        tools,
                        StreamLimits.of(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(10),
                                2),
                        new IntakeLimits(1000, 100, Duration.ZERO, false),
                        Duration.ofSeconds(30),
                        () -> {}));
        return intakes;
    }

    private static Repaired run(FleetReconciliation sync, ProfileName profile) throws Exception {
        Repaired repaired = Repaired.NOTHING;
        SyncPlace start = SyncPlace.start(Clock.systemUTC().millis());
        try (ServerLists lists = sync.open(profile, start, false, true)) {
            List<Listed> portion = new ArrayList<>();
            int weight = 0;
            Optional<Listed> next = sync.next(lists);
            while (next.isPresent()) {
                portion.add(next.get());
                weight += weight(next.get());
                if (weight >= FULL) {
                    repaired = repaired.plus(sync.write(lists, portion).repaired());
                    portion = new ArrayList<>();
                    weight = 0;
                }
                next = sync.next(lists);
            }
            return repaired.plus(sync.write(lists, portion).repaired());
        }
    }

    private static int weight(Listed thing) {
        return switch (thing.kind()) {
            case JOB -> 1;
            case USER, GONE -> USER;
            case PRESENCE, ORPHANS -> MANY;
        };
    }

    /** Of all threads of this process, those of the Java machine itself too. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
