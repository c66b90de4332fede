package com.eazybackup.ingest;

import com.eazybackup.testing.Until;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real database whose connection is lost at one statement or commit, once. What others see then
 * is looked at before the next attempt.
 */
final class FailingAt {

    private final DataSource real;
    private final AtomicInteger left;
    private final Until.Assertion look;
    private boolean failed;
    private boolean looked;

    /**
     * @param statement which one is lost, from 1
     */
    FailingAt(DataSource real, int statement, Until.Assertion look) {
        this.real = real;
        this.left = new AtomicInteger(statement);
        this.look = look;
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        return call(real, method, arguments);
                    }
                    if (failed && !looked) {
                        looked = true;
                        look.check();
                    }
                    return connection(real.getConnection());
                });
    }

    boolean hasFailed() {
        return failed;
    }

    private Connection connection(Connection to) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        countDown();
                    }
                    Object made = call(to, method, arguments);
                    if (made instanceof PreparedStatement prepared) {
                        return counted(PreparedStatement.class, prepared);
                    }
                    return made instanceof Statement plain ? counted(Statement.class, plain) : made;
                });
    }

    private <T> T counted(Class<T> type, T statement) {
        return proxy(
                type,
                (method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        countDown();
                    }
                    return call(statement, method, arguments);
                });
    }

    private void countDown() throws SQLException {
        if (left.decrementAndGet() == 0) {
            failed = true;
            throw new SQLException("Communications link failure", "08S01");
        }
    }

    private interface Call {
        Object make(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> call.make(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
