package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.api.TestWhmcsApi;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CometServersTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static TestPersistence persistence;
    private static SimulatedWhmcs whmcs;

    private final CometServers servers =
            new CometServers(
                    persistence.tables(), TestWhmcsApi.with(TestSettings.with(whmcs.apiUrl())));

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        DATABASE.run(
                "INSERT INTO tblservergroups (id, name) VALUES (7, 'empty'), (8, 'two'), (9, 'broken')",
                "INSERT INTO tblservers (id, name, hostname, type, username, password, secure, port)"
                        + " SELECT 70, 'later', 'later.example', 'comet', 'later', password, '', NULL"
                        + " FROM tblservers WHERE id = 11",
                "INSERT INTO tblservers (id, name, hostname, type, username, password, secure, port)"
                        + " SELECT 69, 'first', 'https://first.example/', 'comet', 'first', password, 'on', NULL"
                        + " FROM tblservers WHERE id = 11",
                "INSERT INTO tblservers (id, name, hostname, type, username, password, secure, port)"
                        + " VALUES (71, 'broken', 'no host', 'comet', 'x', '', '', 1)",
                "INSERT INTO tblservergroupsrel (groupid, serverid) VALUES (8, 70), (8, 69), (9, 71)");
        persistence = TestPersistence.on(DATABASE);
        whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    }

    @AfterAll
    static void close() {
        whmcs.close();
        persistence.close();
    }

    @Test
    void theServerOfAProfileIsThatOfTheGroupOfItsName() {
        assertThat(servers.lookup(new ProfileName("cometbackup")))
                .contains(
                        new CometServer(
                                URI.create("http://127.0.0.1:8060"), "admin", "first-secret"));
        assertThat(servers.lookup(new ProfileName("obc")))
                .contains(
                        new CometServer(
                                URI.create("https://obc.example:8061"),
                                "obc-admin",
                                "second-secret"));
    }

    @Test
    void theFirstServerByNumberIsTaken() {
        assertThat(servers.lookup(new ProfileName("two")))
                .map(CometServer::origin)
                .contains(URI.create("https://first.example"));
    }

    @Test
    void aProfileWithoutGroupOrServerIsLeftToTheEnvironment() {
        assertThat(servers.lookup(new ProfileName("unheard-of"))).isEmpty();
        assertThat(servers.lookup(new ProfileName("empty"))).isEmpty();
        assertThat(servers.knows(new ProfileName("unheard-of"))).isFalse();
        assertThat(servers.knows(new ProfileName("empty"))).isFalse();
        assertThat(servers.knows(new ProfileName("obc"))).isTrue();
    }

    @Test
    void aHostThatIsNoneIsToldAndNotGuessed() {
        assertThatThrownBy(() -> servers.lookup(new ProfileName("broken")))
                .isInstanceOfSatisfying(
                        WhmcsException.class,
                        e -> assertThat(e.kind()).isEqualTo(WhmcsException.Kind.UNUSABLE));
    }

    @Test
    void thePasswordIsNotInItsText() {
        assertThat(servers.lookup(new ProfileName("obc")).orElseThrow().toString())
                .isEqualTo("CometServer[https://obc.example:8061, obc-admin]");
    }
}
