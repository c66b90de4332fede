package com.eazybackup.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The {@code migrations} check of {@code /health/ready} and {@code /health/started}: the database
 * has this version's tables. Once that was so it is not asked again: migrations only go forward.
 */
@Readiness
@Startup
@ApplicationScoped
public class MigrationsCheck implements HealthCheck {

    /** The last migration of this version. */
    public static final String LAST = "17";

    private static final String DONE =
            "SELECT COUNT(*) FROM eb_schema_history WHERE success = 1 AND version = '" + LAST + "'";

    private volatile boolean done;

    @Override
    public HealthCheckResponse call() {
        done = done || done();
        return HealthCheckResponse.named("migrations")
                .status(done)
                .withData("version", LAST)
                .build();
    }

    private static boolean done() {
        try {
            return PortalPool.ask(
                    statement -> {
                        try (ResultSet row = statement.executeQuery(DONE)) {
                            return row.next() && row.getInt(1) > 0;
                        }
                    });
        } catch (SQLException e) {
            return false; // the check of the database tells that
        }
    }
}
