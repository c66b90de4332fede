package com.eazybackup.platform;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database for whoever asks: {@link LongWork} from the pool that waits long, everybody else
 * from the one that does not, and only while the database gives signs of life.
 *
 * <p>Guarantee: connections of one thread are of one pool, as long as its mark does not change, so
 * that a transaction has one of them alone.
 */
final class TwoPools implements DataSource {

    private final DataSource people;
    private final DataSource work;
    private final DatabasePulse pulse;

    TwoPools(DataSource people, DataSource work, DatabasePulse pulse) {
        this.people = people;
        this.work = work;
        this.pulse = pulse;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (LongWork.here()) {
            return work.getConnection();
        }
        pulse.require();
        return people.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pools know who they sign in as.");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return people.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pools are the container's.");
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return people.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pools are the container's.");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("The portal logs by System.Logger.");
    }

    @Override
    public <T> T unwrap(Class<T> kind) throws SQLException {
        return people.unwrap(kind);
    }

    @Override
    public boolean isWrapperFor(Class<?> kind) throws SQLException {
        return people.isWrapperFor(kind);
    }
}
