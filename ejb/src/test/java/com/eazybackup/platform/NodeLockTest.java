package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two nodes that want to do the same thing, on one database. */
class NodeLockTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    private final NodeLock one = new NodeLock(DATABASE.source());
    private final NodeLock other = new NodeLock(DATABASE.source());

    @Test
    void onlyOneHoldsItAndThenTheOther() throws Exception {
        try (NodeLock.Held held = one.tryHold("nightly").orElseThrow()) {
            assertThat(held.still()).isTrue();
            assertThat(other.tryHold("nightly")).isEmpty();
            assertThat(one.tryHold("nightly")).isEmpty();
        }

        try (NodeLock.Held held = other.tryHold("nightly").orElseThrow()) {
            assertThat(held.still()).isTrue();
        }
    }

    @Test
    void whileItIsHeldTheDatabaseWaitsAMinuteForAWordAndThenAsBefore() throws Exception {
        try (Connection only = DATABASE.source().getConnection();
                Statement statement = only.createStatement()) {
            statement.execute("SET SESSION wait_timeout = 12345");
            NodeLock pool = new NodeLock(poolOf(only));

            NodeLock.Held held = pool.tryHold("silent").orElseThrow();
            assertThat(wait(statement)).isEqualTo(60);
            held.close();
            assertThat(wait(statement)).isEqualTo(12345);

            try (NodeLock.Held others = one.tryHold("silent").orElseThrow()) {
                assertThat(pool.tryHold("silent")).isEmpty();
                assertThat(others.still()).isTrue();
            }
            assertThat(wait(statement)).isEqualTo(12345);
        }
    }

    @Test
    void aWordIsSaidForWhatIsHeldAlone() throws Exception {
        try (Connection only = DATABASE.source().getConnection();
                Statement statement = only.createStatement()) {
            NodeLock pool = new NodeLock(poolOf(only));
            NodeLock.Held held = pool.tryHold("busy").orElseThrow();
            long before = questions(statement);
            long unasked = questions(statement) - before;

            pool.awake();
            assertThat(questions(statement) - before).isGreaterThan(2 * unasked);
            held.close();

            before = questions(statement);
            pool.awake();
            assertThat(questions(statement) - before).isEqualTo(unasked);
        }
    }

    /** Gives out the same connection each time, and takes it back when it is closed. */
    private static DataSource poolOf(Connection only) {
        return proxy(
                DataSource.class,
                (proxy, method, given) -> proxy(Connection.class, unclosed(only)));
    }

    private static InvocationHandler unclosed(Connection only) {
        return (proxy, method, given) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(only, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(
                Proxy.newProxyInstance(
                        NodeLockTest.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static long wait(Statement statement) throws SQLException {
        return number(statement, "SELECT @@SESSION.wait_timeout");
    }

    /** Statements of that session, this one among them. */
    private static long questions(Statement statement) throws SQLException {
        return number(statement, "SHOW SESSION STATUS LIKE 'Questions'");
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(row.getMetaData().getColumnCount());
        }
    }

    @Test
    void othersAreOthers() throws Exception {
        try (NodeLock.Held held = one.tryHold("a").orElseThrow();
                NodeLock.Held second = other.tryHold("b").orElseThrow()) {
            assertThat(held.still()).isTrue();
            assertThat(second.still()).isTrue();
        }
    }

    @Test
    void whoLosesTheDatabaseHoldsNothing() throws Exception {
        NodeLock.Held held = one.tryHold("lost").orElseThrow();
        DATABASE.run(
                "KILL (SELECT IS_USED_LOCK(CONCAT('eb-', MD5(CONCAT(DATABASE(), '/', 'lost')))))");

        assertThat(held.still()).isFalse();
        Optional<NodeLock.Held> second = other.tryHold("lost");
        assertThat(second).isPresent();
        held.close();
        assertThat(second.get().still()).isTrue();
        second.get().close();
    }
}
