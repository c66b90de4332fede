package com.eazybackup.pulse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A database that is away, as a pool tells it. */
public final class Outage {

    private Outage() {}

    public static DataSource source() {
        return source(null, new AtomicBoolean(true), () -> {});
    }

    /** A database that is away as long as the switch says so, and tells when it was asked then. */
    static DataSource source(DataSource real, AtomicBoolean away, Runnable refused) {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (self, method, arguments) -> {
                            if (away.get()) {
                                refused.run();
                                throw new SQLException("the database is away");
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
