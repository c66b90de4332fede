package com.eazybackup.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The {@code database} check of {@code /health/ready} on the management interface: the portal's
 * tables are there and answer soon: while the database is silent it may take as long as {@code
 * PortalPool} says.
 *
 * <p>It is packed into a jar of its own in the EAR's {@code lib}: that is the only place of an EAR
 * where WildFly looks for checks.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private static boolean answers() {
        try {
            return PortalPool.ask(
                    statement -> statement.execute("SELECT last_id FROM eb_change_seq"));
        } catch (SQLException e) {
            return false; // that is the answer; the pool has logged why
        }
    }
}
