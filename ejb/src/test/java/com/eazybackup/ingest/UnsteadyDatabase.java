package com.eazybackup.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real database whose first commits end as a deadlock's victim, and that can be away for a while.
 */
public final class UnsteadyDatabase {

    private final DataSource real;
    private final AtomicInteger left;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean away;

    public UnsteadyDatabase(DataSource real, int failures) {
        this.real = real;
        this.left = new AtomicInteger(failures);
    }

    public DataSource source() {
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("getConnection")) {
                                return call(real, method, arguments);
                            }
                            mustBeThere();
                            return connection(real.getConnection());
                        });
    }

    /**
     * @return what could not be done because of it, so far
     */
    public int failures() {
        return failures.get();
    }

    /** So many commits fail from now on; 0 for a database that is well again. */
    public void failNext(int commits) {
        left.set(commits);
    }

    /** Gives no connection any more, and what is open breaks at its next statement or commit. */
    void away() {
        away = true;
    }

    void back() {
        away = false;
    }

    private void mustBeThere() throws SQLException {
        if (away) {
            failures.incrementAndGet();
            throw new SQLNonTransientConnectionException("Connection refused", "08S01");
        }
    }

    private Connection connection(Connection to) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("commit")
                                    || method.getName().equals("prepareStatement")) {
                                mustBeThere();
                            }
                            if (method.getName().equals("commit") && left.getAndDecrement() > 0) {
                                failures.incrementAndGet();
                                throw new SQLException("Deadlock found", "40001", 1213);
                            }
                            return call(to, method, arguments);
                        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
