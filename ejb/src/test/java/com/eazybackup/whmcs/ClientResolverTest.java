package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientResolverTest {

    private static final ProfileName COMET = new ProfileName("cometbackup");
    private static final ProfileName OBC = new ProfileName("obc");

    private final MovedClock clock = new MovedClock(Instant.parse("2026-01-01T00:00:00Z"));
    private TestDatabase database;
    private ClientResolver resolver;

    @BeforeEach
    void tables() throws SQLException {
        database = TestDatabase.migrated();
        try (Connection connection = database.source().getConnection()) {
            WhmcsTables.create(connection);
        }
        database.run(
                "INSERT INTO tblservergroups (id, name) VALUES (1, 'cometbackup'), (2, 'obc')",
                "INSERT INTO tblservergroupsrel (groupid, serverid) VALUES (1, 10), (2, 20)",
                "INSERT INTO tblproducts (id, type, gid, name, servertype, servergroup) VALUES"
                        + " (58, 'other', 1, 'eazyBackup', 'comet', 1),"
                        + " (60, 'other', 1, 'OBC', 'comet', 2)");
        resolver = new ClientResolver(database.source(), clock, Duration.ofMinutes(5));
    }

    @Test
    void theSameNameOnTwoCometServersIsTwoClients() throws SQLException {
        service(1, 100, 58, 10, "acme");
        service(2, 200, 60, 20, "acme");

        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        assertThat(whose(OBC, "acme")).isEqualTo("200 acme");
    }

    @Test
    void aNameThatOnlyAnotherCometServerHasBelongsToNobody() throws SQLException {
        service(1, 100, 58, 10, "acme");

        assertThat(whose(OBC, "acme")).isEqualTo("nobody");
    }

    @Test
    void namesThatDifferByCaseAreTwoClients() throws SQLException {
        service(1, 100, 58, 10, "acme");
        service(2, 200, 58, 10, "ACME");

        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        assertThat(whose(COMET, "ACME")).isEqualTo("200 ACME");
    }

    @Test
    void anInstallationWithoutTheUsersTableResolvesByServices() throws SQLException {
        service(1, 100, 58, 10, "acme");
        database.run("DROP TABLE comet_users");

        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
    }

    @Test
    void aServiceWithoutAServerCountsForItsProductsServerGroup() throws SQLException {
        service(1, 100, 58, 0, "acme");

        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        assertThat(whose(OBC, "acme")).isEqualTo("nobody");
    }

    @Test
    void aNewServiceIsSeenWithinAMinuteAndAMovedOneWithinFive() throws SQLException {
        assertThat(whose(COMET, "acme")).isEqualTo("nobody");
        service(1, 100, 58, 10, "acme");
        assertThat(whose(COMET, "acme")).as("the refusal is remembered").isEqualTo("nobody");
        clock.forward(Duration.ofSeconds(61));
        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");

        database.run("UPDATE tblhosting SET userid = 200 WHERE id = 1");
        assertThat(whose(COMET, "acme")).as("the answer is remembered").isEqualTo("100 acme");
        clock.forward(Duration.ofSeconds(301));
        assertThat(whose(COMET, "acme")).isEqualTo("200 acme");
    }

    @Test
    void manyNamesAreResolvedAtOnce() throws SQLException {
        service(1, 100, 58, 10, "one");
        service(2, 200, 58, 10, "two");

        assertThat(
                        resolver.resolve(
                                COMET,
                                List.of(
                                        new CometUsername("one"),
                                        new CometUsername("two"),
                                        new CometUsername("three"))))
                .hasSize(2);
    }

    private void service(int id, int client, int product, int server, String username)
            throws SQLException {
        database.run(
                "INSERT INTO tblhosting (id, userid, packageid, server, regdate, billingcycle,"
                        + " domainstatus, username, password) VALUES ("
                        + List.of(id, client, product, server).toString().replaceAll("[\\[\\]]", "")
                        + ", '2025-01-01', 'Monthly', 'Active', '"
                        + username
                        + "', '')");
    }

    private String whose(ProfileName profile, String name) throws SQLException {
        CometUsername username = new CometUsername(name);
        CometUser user = resolver.resolve(profile, List.of(username)).get(username);
        return user == null ? "nobody" : user.client() + " " + user.username();
    }
}
