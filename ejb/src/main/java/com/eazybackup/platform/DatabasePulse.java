package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Whether the database answered when it was last asked whether it does ({@link PulseLoop}).
 *
 * <p>Guarantee: while it does not, whoever asks is told at once, instead of each waiting for
 * himself: behind a database that is silent without being gone, waiting would take all threads that
 * answer people.
 */
@ApplicationScoped
public class DatabasePulse {

    private volatile SQLException silence;

    void answers() {
        silence = null;
    }

    void silent(SQLException why) {
        silence = why;
    }

    /**
     * Lets {@link LongWork} pass, which has patience.
     *
     * @throws SQLException while it does not answer; nothing has been asked of it then
     */
    public void require() throws SQLException {
        SQLException why = silence;
        if (why != null && !LongWork.here()) {
            throw new SQLTransientConnectionException(
                    "the database gives no sign of life: " + why.getMessage(), "08001", why);
        }
    }
}
