package com.eazybackup.testing;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The product's own persistence unit on a test's database, without a container. */
public final class TestPersistence implements AutoCloseable {

    private final EntityManagerFactory factory;

    private TestPersistence(EntityManagerFactory factory) {
        this.factory = factory;
    }

    public static TestPersistence on(TestDatabase database) {
        return on(database.source());
    }

    public static TestPersistence on(DataSource source) {
        Map<String, Object> own = new HashMap<>();
        own.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        own.put("jakarta.persistence.jtaDataSource", null);
        own.put("jakarta.persistence.nonJtaDataSource", source);
        return new TestPersistence(Persistence.createEntityManagerFactory("portal", own));
    }

    /** WHMCS's tables with the demo's customers. */
    public static void fillWhmcs(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            WhmcsTables.create(connection);
            WhmcsTables.fill(
                    connection,
                    DemoCustomers.standard(),
                    Map.of(
                            DemoCustomers.COMETBACKUP,
                            new CometAccess(
                                    URI.create("http://127.0.0.1:8060"), "admin", "first-secret"),
                            DemoCustomers.OBC,
                            new CometAccess(
                                    URI.create("https://obc.example:8061"),
                                    "obc-admin",
                                    "second-secret")));
        }
    }

    /** A new one, as each request has. */
    public EntityManager tables() {
        return factory.createEntityManager();
    }

    @Override
    public void close() {
        factory.close();
    }
}
