package com.eazybackup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChangeLogTest {

    private static final ClientId ACME = new ClientId(1);
    private static final ClientId OTHER = new ClientId(2);
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
    private final ChangeLog log = new ChangeLog(DATABASE.source(), clock);

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_changes", "UPDATE eb_change_seq SET last_id = 0");
    }

    @Test
    void whatIsAppendedIsReadInOrderFromTheIdAfter() throws SQLException {
        append("a", "b");
        append("c");

        assertThat(log.after(1, 10)).extracting(FleetChange::body).containsExactly("b", "c");
        assertThat(log.after(0, 2)).extracting(FleetChange::id).containsExactly(1L, 2L);
        assertThat(log.newestId()).isEqualTo(3);
        assertThat(log.oldestId()).isEqualTo(1);
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNoHole() throws SQLException {
        append("a");
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            log.append(connection, List.of(draft("lost")));
            connection.rollback();
        }
        append("b");

        assertThat(log.after(0, 10)).extracting(FleetChange::id).containsExactly(1L, 2L);
    }

    @Test
    void oneClientGetsItsOwnAndTheStreams() throws SQLException {
        appendAll(
                FleetChange.Draft.of(ACME, "job:start", "1"),
                FleetChange.Draft.of(OTHER, "job:start", "2"),
                FleetChange.Draft.ofStream("3"));

        assertThat(log.afterFor(ACME, 0, 10))
                .extracting(FleetChange::body)
                .containsExactly("1", "3");
    }

    @Test
    void oldChangesAreForgotten() throws SQLException {
        append("old");
        clock.forward(Duration.ofHours(1));
        append("new");

        log.forgetBefore(clock.instant().minusSeconds(60));

        assertThat(log.oldestId()).isEqualTo(2);
        assertThat(log.newestId()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void aReaderBesideTwoWritersMissesNothing() throws Exception {
        int each = 150;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<Integer> one = threads.submit(writer("one", each, go));
            Future<Integer> two = threads.submit(writer("two", each, go));
            Future<List<Long>> read = threads.submit(reader(3 * 2 * each, go));
            go.countDown();
            one.get();
            two.get();

            assertThat(read.get())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 6L * each).boxed().toList());
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Three changes in a transaction that does other things before, as ingestion does. */
    private Callable<Integer> writer(String name, int transactions, CountDownLatch go) {
        return () -> {
            go.await();
            try (Connection connection = DATABASE.source().getConnection()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < transactions; i++) {
                    connection.createStatement().execute("DO SLEEP(0.001)");
                    log.append(
                            connection, List.of(draft(name), draft(name + "-b"), draft(name + i)));
                    connection.commit();
                }
            }
            return transactions;
        };
    }

    private Callable<List<Long>> reader(int expected, CountDownLatch go) {
        return () -> {
            go.await();
            List<Long> seen = new ArrayList<>();
            long last = 0;
            while (seen.size() < expected && !Thread.currentThread().isInterrupted()) {
                for (FleetChange change : log.after(last, 50)) {
                    last = change.id();
                    seen.add(last);
                }
            }
            return seen;
        };
    }

    private void append(String... bodies) throws SQLException {
        List<FleetChange.Draft> drafts = new ArrayList<>();
        for (String body : bodies) {
            drafts.add(draft(body));
        }
        appendAll(drafts.toArray(FleetChange.Draft[]::new));
    }

    private void appendAll(FleetChange.Draft... drafts) throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            log.append(connection, List.of(drafts));
            connection.commit();
        }
    }

    private static FleetChange.Draft draft(String body) {
        return FleetChange.Draft.of(ACME, "job:start", body);
    }
}
