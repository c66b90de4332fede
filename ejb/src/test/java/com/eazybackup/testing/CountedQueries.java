package com.eazybackup.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts the statements that are made through it. */
public final class CountedQueries {

    private final AtomicInteger count = new AtomicInteger();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final DataSource source;

    public CountedQueries(DataSource real) {
        source =
                proxy(
                        DataSource.class,
                        (method, arguments) -> {
                            Object result = method.invoke(real, arguments);
                            return result instanceof Connection connection
                                    ? counted(connection)
                                    : result;
                        });
    }

    public DataSource source() {
        return source;
    }

    /** Runs it. @return how many statements that took */
    public int during(Work work) throws SQLException {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    /** Runs it. @return the prepared SELECTs that were made, with their parameters, in order */
    public List<String> textsDuring(Work work) throws SQLException {
        int before = texts.size();
        work.run();
        return List.copyOf(texts.subList(before, texts.size()));
    }

    /** Something that reads the database. */
    public interface Work {
        void run() throws SQLException;
    }

    private interface Call {
        Object make(java.lang.reflect.Method method, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException;
    }

    private Connection counted(Connection real) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        count.incrementAndGet();
                    }
                    Object result = method.invoke(real, arguments);
                    return result instanceof PreparedStatement statement ? kept(statement) : result;
                });
    }

    private PreparedStatement kept(PreparedStatement real) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().equals("executeQuery")) {
                        // Connector/J writes "class: statement", its parameters filled in.
                        texts.add(real.toString().replaceFirst("^[\\w.]+: ", ""));
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            try {
                                return call.make(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
