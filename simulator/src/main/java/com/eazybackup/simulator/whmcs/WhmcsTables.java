package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** WHMCS's own tables, as far as the product knows them. The product itself never makes them. */
public final class WhmcsTables {

    private WhmcsTables() {}

    /** Makes the tables that are missing; safe to call again. */
    public static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : ddl().split(";\\s*\\n")) {
                if (sql.contains("CREATE TABLE")) {
                    statement.execute(sql);
                }
            }
        }
        new LaterColumns(connection).add();
    }

    /** Whether somebody filled these tables already. */
    public static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM tblclients")) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }

    /**
     * Writes the customers, their people and services, the products with their options and prices,
     * one server group per profile, and the discounts that the PHP system kept. The tables must be
     * empty.
     *
     * @param servers profile name to the Comet Server that its group points to
     */
    public static void fill(
            Connection connection, DemoCustomers customers, Map<String, CometAccess> servers)
            throws SQLException {
        WhmcsRows rows = new WhmcsRows(connection);
        new CatalogueRows(rows).write();
        new TemplateRows(rows).write();
        Map<String, Integer> serverIds = new ServerRows(rows).write(servers);
        new CustomerRows(rows, serverIds).write(customers);
        new DiscountRows(rows).write(customers);
    }

    /**
     * Points the profiles' servers to where they are now: a demo's ports may change from one start
     * to the next.
     */
    public static void repoint(Connection connection, Map<String, CometAccess> servers)
            throws SQLException {
        new ServerRows(new WhmcsRows(connection)).repoint(servers);
    }

    private static String ddl() {
        try (InputStream in = WhmcsTables.class.getResourceAsStream("tables.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
