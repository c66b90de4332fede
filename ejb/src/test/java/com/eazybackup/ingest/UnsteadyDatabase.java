package com.eazybackup.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real database whose first commits end as a deadlock's victim. */
final class UnsteadyDatabase {

    private final DataSource real;
    private final AtomicInteger left;
    private final AtomicInteger failures = new AtomicInteger();

    UnsteadyDatabase(DataSource real, int failures) {
        this.real = real;
        this.left = new AtomicInteger(failures);
    }

    DataSource source() {
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getConnection")
                                        ? connection(real.getConnection())
                                        : call(real, method, arguments));
    }

    int failures() {
        return failures.get();
    }

    private Connection connection(Connection to) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
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
