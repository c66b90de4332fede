package com.eazybackup.simulator.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.database.MariaDbServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhmcsTablesTest {

    private static final Map<String, CometAccess> SERVERS =
            Map.of(
                    DemoCustomers.COMETBACKUP,
                    new CometAccess(URI.create("http://127.0.0.1:8060"), "portal", "p&ss=wörd"),
                    DemoCustomers.OBC,
                    new CometAccess(URI.create("https://obc.example:8061"), "portal", "other"));

    @TempDir static Path directory;

    private static MariaDbServer server;
    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        server = MariaDbServer.start(directory, 0);
        server.createDatabase("whmcs");
        connection = server.connect("whmcs");
        WhmcsTables.create(connection);
        WhmcsTables.create(connection);
        assertThat(WhmcsTables.isEmpty(connection)).isTrue();
        WhmcsTables.fill(connection, DemoCustomers.standard(), SERVERS);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @Test
    void everyStatusAndEveryKindOfProductGroupIsThere() throws SQLException {
        assertThat(
                        text(
                                "SELECT GROUP_CONCAT(DISTINCT domainstatus ORDER BY domainstatus) FROM tblhosting"))
                .isEqualTo("Active,Cancelled,Pending,Suspended,Terminated");
        assertThat(
                        text(
                                "SELECT GROUP_CONCAT(DISTINCT p.gid ORDER BY p.gid) FROM tblhosting h"
                                        + " JOIN tblproducts p ON p.id = h.packageid"))
                .isEqualTo("2,6,7,11");
    }

    @Test
    void theTablesCompareWithoutCaseAsWhmcsDoes() throws SQLException {
        assertThat(text("SELECT COUNT(*) FROM tblhosting WHERE username = 'deltaworks'"))
                .isEqualTo("2");
        assertThat(text("SELECT userid FROM tblhosting WHERE username = BINARY 'Deltaworks'"))
                .isEqualTo("107");
    }

    @Test
    void aProfileLeadsToItsServerAndAPasswordThatOnlyWhmcsCanOpen() throws SQLException {
        String where =
                " FROM tblservergroups g JOIN tblservergroupsrel r ON r.groupid = g.id"
                        + " JOIN tblservers s ON s.id = r.serverid WHERE g.name = 'cometbackup'";
        assertThat(text("SELECT CONCAT_WS('|', hostname, port, secure, username)" + where))
                .isEqualTo("127.0.0.1|8060||portal");
        String stored = text("SELECT s.password" + where);
        assertThat(stored).doesNotContain("p&ss");
        assertThat(StoredSecret.open(stored)).isEqualTo("p&ss=wörd");
        assertThat(text("SELECT secure FROM tblservers WHERE hostname = 'obc.example'"))
                .isEqualTo("on");
    }

    @Test
    void onePersonActsForSeveralClientsAndOwnsOne() throws SQLException {
        assertThat(
                        text(
                                "SELECT GROUP_CONCAT(CONCAT(c.client_id, ':', c.owner) ORDER BY c.client_id)"
                                        + " FROM tblusers u JOIN tblusers_clients c ON c.auth_user_id = u.id"
                                        + " WHERE u.email = 'dana@pinewood.example'"))
                .isEqualTo("101:1,102:0,105:0");
    }

    @Test
    void userNumbersAreNotClientNumbers() throws SQLException {
        assertThat(text("SELECT COUNT(*) FROM tblusers_clients WHERE auth_user_id = client_id"))
                .isEqualTo("0");
        assertThat(text("SELECT COUNT(*) FROM tblusers u JOIN tblclients c ON c.id = u.id"))
                .isNotEqualTo("0");
    }

    private static String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        }
    }
}
