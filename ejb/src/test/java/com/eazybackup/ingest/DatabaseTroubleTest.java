package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.Schema;
import com.eazybackup.simulator.database.MariaDbServer;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.Until;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is killed, full, read-only or in a deadlock while a Comet Server talks. */
@Tag("fault-13")
class DatabaseTroubleTest {

    private static final String USER = "larkspur";
    private static final String PASSWORD = "portal-of-a-test";
    private static final int QUEUE = 50;

    @TempDir static Path folder;

    private static MariaDbServer server;
    private static int number;

    private IntakeWorld world;
    private NumberedJobs jobs;

    @BeforeAll
    static void start() {
        server = MariaDbServer.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        String name = "trouble_" + ++number;
        server.createDatabase(name);
        // Whoever may do everything may also write to a read-only server.
        asAdministrator(
                "CREATE USER IF NOT EXISTS portal@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT ALL ON " + name + ".* TO portal@'%'");
        TestDatabase database = TestDatabase.on(server, name, "portal", PASSWORD);
        Schema.migrate(database.source());
        world =
                IntakeWorld.create(
                        database, new IntakeLimits(QUEUE, 20, Duration.ofMillis(500), false));
        world.startIntake().awaitCaughtUp();
        jobs = new NumberedJobs(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aKilledDatabaseThatComesBackHasEverythingAndNothingByHalves() throws Exception {
        jobs.startAndEnd(200);
        server.kill();
        jobs.startAndEnd(200);
        String running = world.startJob(world.place(USER));
        server = MariaDbServer.start(folder, server.port());

        assertThat(
                        world.rows(
                                "SELECT l.job_id FROM eb_jobs_live l JOIN comet_jobs j"
                                        + " ON j.id = l.job_id WHERE j.ended_at IS NOT NULL"))
                .as("jobs that ended by halves")
                .isEmpty();
        world.awaitEqual();
        jobs.areEachThereOnce();
        assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).containsExactly(running);
    }

    @Test
    void whileItIsAwayTheSocketIsNotReadAndNothingIsLost() throws Exception {
        int frames = 600;
        long before = sent();
        try (Connection other = server.connect("");
                Statement lock = other.createStatement()) {
            lock.execute("FLUSH TABLES WITH READ LOCK");
            // Some 25 megabytes, which the sockets of a machine do not take.
            for (int i = 0; i < frames; i++) {
                String name = "NAME-" + i;
                world.comet.acts().devices().rename("northgate-school", firstDevice(), name);
            }
            Until.holds("no more is sent", new Still(this::sent)::still);
            assertThat(sent() - before).as("frames that left the server").isLessThan(frames);
            lock.execute("UNLOCK TABLES");
        }
        world.awaitEqual();
    }

    @Test
    void aReadOnlyDatabaseIsWaitedFor() throws Exception {
        asAdministrator("SET GLOBAL read_only = 1");
        try {
            jobs.startAndEnd(30);
            Until.holds("the writer was refused", () -> refused("Com_rollback"));
        } finally {
            asAdministrator("SET GLOBAL read_only = 0");
        }
        world.awaitEqual();
        jobs.areEachThereOnce();
    }

    @Test
    void aDatabaseThatTakesNoMoreConnectionsOfOursIsWaitedFor() throws Exception {
        asAdministrator("ALTER USER portal@'%' WITH MAX_USER_CONNECTIONS 1");
        try (Connection theOnlyOne = theOnlyOne()) {
            assertThat(theOnlyOne.isValid(1)).isTrue();
            jobs.startAndEnd(30);
            Until.holds("the writer was refused", () -> refused("Aborted_connects"));
        } finally {
            asAdministrator("ALTER USER portal@'%' WITH MAX_USER_CONNECTIONS 0");
        }
        world.awaitEqual();
        jobs.areEachThereOnce();
        assertThat(world.counts().refusedNews()).isZero();
    }

    @Test
    void theVictimOfADeadlockWritesAgain() throws Exception {
        String job = world.startJob(world.place(USER));
        Until.holds("it runs", () -> world.rows("SELECT 1 FROM eb_jobs_live").size() == 1);
        world.database.run(
                "CREATE TABLE ballast (id INT PRIMARY KEY) SELECT seq AS id FROM seq_1_to_5000");
        long before = status("Innodb_deadlocks");
        try (Connection other = world.database.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // Who has changed more rows is not the victim.
            statement.execute("UPDATE ballast SET id = id + 10000");
            statement.executeQuery("SELECT last_id FROM eb_change_seq FOR UPDATE").close();
            world.comet.acts().jobs().finish(job, JobStatuses.WARNING);
            Until.holds(
                    "the writer waits for us", () -> status("Innodb_row_lock_current_waits") > 0);
            statement.execute(
                    "UPDATE comet_jobs SET comet_item_id = comet_item_id WHERE id = '" + job + "'");
            other.rollback();
        }
        assertThat(status("Innodb_deadlocks")).isGreaterThan(before);
        world.awaitEqual();
        assertThat(
                        world.rows(
                                "SELECT kind FROM eb_changes WHERE kind IN ('job:start', 'job:end')"
                                        + " AND body LIKE '%"
                                        + job
                                        + "%' ORDER BY id"))
                .isEqualTo(List.of("job:start", "job:end"));
    }

    /** The one connection that the portal may have; the writer may hold it for a moment still. */
    private static Connection theOnlyOne() throws Exception {
        Connection[] taken = new Connection[1];
        Until.holds(
                "the writer has let its connection go",
                () -> {
                    try {
                        taken[0] =
                                DriverManager.getConnection(server.jdbcUrl(""), "portal", PASSWORD);
                        return true;
                    } catch (SQLException e) {
                        assertThat(e.getMessage()).contains("max_user_connections");
                        return false;
                    }
                });
        return taken[0];
    }

    private String firstDevice() {
        return world.fleet()
                .profile("northgate-school")
                .orElseThrow()
                .path("Devices")
                .fieldNames()
                .next();
    }

    private long sent() {
        return world.comet.stream().viewers().stream().mapToLong(v -> v.frames()).sum();
    }

    /** Whether a number has stayed the same for some looks. */
    private static final class Still {
        private final java.util.function.LongSupplier number;
        private long last = -1;
        private int times;

        Still(java.util.function.LongSupplier number) {
            this.number = number;
        }

        boolean still() {
            long now = number.getAsLong();
            times = now == last ? times + 1 : 0;
            last = now;
            return times == 50;
        }
    }

    private long atFirst = -1;

    /** Whether that counter of the server has risen since it was first asked for. */
    private boolean refused(String counter) throws SQLException {
        long now = status(counter);
        atFirst = atFirst < 0 ? now : atFirst;
        return now > atFirst + 1;
    }

    private static long status(String counter) throws SQLException {
        return number(
                "SELECT variable_value FROM information_schema.global_status"
                        + " WHERE variable_name = '"
                        + counter
                        + "'");
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void asAdministrator(String... statements) throws SQLException {
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
