package com.eazybackup.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The {@code database} check of {@code /health/ready} on the management interface: the portal's
 * tables are there and answer within two seconds.
 *
 * <p>It is packed into a jar of its own in the EAR's {@code lib}: that is the only place of an EAR
 * where WildFly looks for checks. From there it cannot see the other modules, so it asks the pool
 * by its name.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final String POOL = "java:jboss/datasources/PortalDS";
    private static final int SECONDS = 2;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    @SuppressWarnings("BanJNDI") // The name is a constant of ours; no input reaches the lookup.
    private static boolean answers() {
        try {
            DataSource database = InitialContext.doLookup(POOL);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(SECONDS);
                return statement.execute("SELECT last_id FROM eb_change_seq");
            }
        } catch (NamingException | SQLException e) {
            return false; // that is the answer; the pool has logged why
        }
    }
}
