package com.eazybackup.access;

import com.eazybackup.platform.Portions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Forgets what let somebody in and does not any more, ninety days after that, and old lines of the
 * audit trail. Each method is told the time, is asked to stop now and then, and says how many rows
 * it deleted.
 */
@ApplicationScoped
public class AccessRetention {

    private static final Duration KEPT = Duration.ofDays(90);

    private DataSource database;

    AccessRetention() {}

    @Inject
    public AccessRetention(DataSource database) {
        this.database = database;
    }

    public int sessions(Instant now, BooleanSupplier stop) throws SQLException {
        return Portions.delete(
                database, "DELETE FROM eb_sessions WHERE ended_ms < ?", stop, kept(now));
    }

    /** Keys for programs, invitations and links of trial sign-ups. */
    public int tokens(Instant now, BooleanSupplier stop) throws SQLException {
        long limit = kept(now);
        return Portions.delete(
                        database,
                        "DELETE FROM eb_api_tokens WHERE expires_ms < ? OR revoked_ms < ?",
                        stop,
                        limit,
                        limit)
                + Portions.delete(
                        database, "DELETE FROM eb_admin_invites WHERE expires_ms < ?", stop, limit)
                + Portions.delete(
                        database,
                        "DELETE FROM eazybackup_trial_verifications"
                                + " WHERE expires_at < FROM_UNIXTIME(?)",
                        stop,
                        limit / 1000);
    }

    /**
     * @param before what was done earlier is forgotten
     */
    public int trail(Instant before, BooleanSupplier stop) throws SQLException {
        return Portions.delete(
                database, "DELETE FROM eb_audit WHERE at_ms < ?", stop, before.toEpochMilli());
    }

    private static long kept(Instant now) {
        return now.minus(KEPT).toEpochMilli();
    }
}
