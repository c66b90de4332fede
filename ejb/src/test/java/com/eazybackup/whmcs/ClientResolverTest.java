package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
    @Tag("fault-18")
    void aServiceThatIsNewOrMovedIsSeenWithinSeconds() throws SQLException {
        assertThat(whose(COMET, "acme")).isEqualTo("nobody");
        service(1, 100, 58, 10, "acme");
        assertThat(whose(COMET, "acme")).as("the refusal is remembered").isEqualTo("nobody");
        clock.forward(ClientResolver.LOOK);
        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");

        database.run("UPDATE tblhosting SET userid = 200 WHERE id = 1");
        assertThat(whose(COMET, "acme")).as("the answer is remembered").isEqualTo("100 acme");
        clock.forward(ClientResolver.LOOK);
        assertThat(whose(COMET, "acme")).isEqualTo("200 acme");
        database.run("UPDATE tblhosting SET username = 'ACME' WHERE id = 1");
        service(2, 300, 58, 10, "acme");
        clock.forward(ClientResolver.LOOK);
        assertThat(whose(COMET, "acme")).isEqualTo("300 acme");
        assertThat(whose(COMET, "ACME")).isEqualTo("200 ACME");
    }

    @Test
    @Tag("fault-18")
    void servicesThatMoveAlikeOrChangePlacesAreSeenToo() throws SQLException {
        service(1, 100, 58, 10, "acme-a");
        service(2, 100, 58, 10, "acme-b");
        assertThat(whose(COMET, "acme-a")).isEqualTo("100 acme-a");
        int before = resolver.revision();

        database.run("UPDATE tblhosting SET userid = 200");
        clock.forward(ClientResolver.LOOK);
        assertThat(whose(COMET, "acme-a")).isEqualTo("200 acme-a");
        assertThat(resolver.revision()).isNotEqualTo(before);

        database.run("UPDATE tblhosting SET userid = 300 WHERE id = 1");
        clock.forward(ClientResolver.LOOK);
        assertThat(whose(COMET, "acme-a")).isEqualTo("300 acme-a");
        database.run("UPDATE tblhosting SET userid = 500 - userid");
        clock.forward(ClientResolver.LOOK);
        assertThat(whose(COMET, "acme-a")).isEqualTo("200 acme-a");
    }

    @Test
    void anAnswerThatNoServiceChangesIsAskedForAgainAfterFiveMinutes() throws SQLException {
        service(1, 100, 58, 10, "acme");
        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        database.run("UPDATE tblservergroupsrel SET groupid = 2 WHERE serverid = 10");
        clock.forward(Duration.ofSeconds(299));
        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        clock.forward(Duration.ofSeconds(2));
        assertThat(whose(COMET, "acme")).isEqualTo("nobody");
    }

    @Test
    void lookingWhetherServicesChangedIsOneQueryInFiveSeconds() throws SQLException {
        service(1, 100, 58, 10, "acme");
        CountedQueries counted = new CountedQueries(database.source());
        resolver = new ClientResolver(counted.source(), clock, Duration.ofMinutes(5));
        whose(COMET, "acme");
        assertThat(counted.during(() -> whose(COMET, "acme"))).isZero();
        clock.forward(ClientResolver.LOOK);
        assertThat(counted.during(() -> whose(COMET, "acme"))).isEqualTo(1);
    }

    @Test
    void amongManyServicesTheyAreLookedAtLessOften() throws SQLException {
        database.run(
                "INSERT INTO tblhosting (id, userid, packageid, server, regdate, billingcycle,"
                        + " domainstatus, username, password) SELECT seq, 100, 58, 10,"
                        + " '2026-01-01', 'Monthly', 'Active', CONCAT('u', seq), ''"
                        + " FROM seq_1_to_"
                        + 2 * ClientResolver.SERVICES_PER_LOOK);
        CountedQueries counted = new CountedQueries(database.source());
        resolver = new ClientResolver(counted.source(), clock, Duration.ofMinutes(5));
        assertThat(whose(COMET, "u7")).isEqualTo("100 u7");
        clock.forward(ClientResolver.LOOK);
        assertThat(counted.during(() -> whose(COMET, "u7"))).as("how many is known").isEqualTo(1);
        clock.forward(ClientResolver.LOOK.multipliedBy(3).minusMillis(1));
        assertThat(counted.during(() -> whose(COMET, "u7"))).isZero();
        clock.forward(Duration.ofMillis(1));
        assertThat(counted.during(() -> whose(COMET, "u7"))).isEqualTo(1);
    }

    @Test
    @Tag("fault-18")
    void aLookThatFailedIsRepeatedASecondLater() throws SQLException {
        service(1, 100, 58, 10, "acme");
        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        clock.forward(ClientResolver.LOOK);
        database.run("RENAME TABLE tblhosting TO away");
        assertThatThrownBy(() -> whose(COMET, "acme")).isInstanceOf(SQLException.class);
        database.run("RENAME TABLE away TO tblhosting", "UPDATE tblhosting SET userid = 200");
        assertThat(whose(COMET, "acme")).as("not with every call").isEqualTo("100 acme");

        clock.forward(ClientResolver.REPEAT);

        assertThat(whose(COMET, "acme")).isEqualTo("200 acme");
    }

    @Test
    @Tag("fault-17")
    void aClockThatIsSetBackKeepsNoMovedServiceFromSight() throws SQLException {
        service(1, 100, 58, 10, "acme");
        assertThat(whose(COMET, "acme")).isEqualTo("100 acme");
        database.run("UPDATE tblhosting SET userid = 200");

        clock.forward(Duration.ofHours(-1));

        assertThat(whose(COMET, "acme")).isEqualTo("200 acme");
    }

    @Test
    void aServerGroupWhoseNameOnlyResemblesTheProfilesIsAnother() throws SQLException {
        database.run(
                "INSERT INTO tblservergroups (id, name) VALUES (3, 'cometbackup-old'),"
                        + " (4, 'comet_ackup'), (5, 'comet%')",
                "INSERT INTO tblservergroupsrel (groupid, serverid) VALUES (3, 30), (4, 40), (5, 50)");
        service(3, 300, 58, 30, "of-an-old-server");
        service(4, 400, 58, 40, "of-a-pattern");
        service(5, 500, 58, 50, "of-another-pattern");

        assertThat(whose(COMET, "of-an-old-server")).isEqualTo("nobody");
        assertThat(whose(COMET, "of-a-pattern")).isEqualTo("nobody");
        assertThat(whose(COMET, "of-another-pattern")).isEqualTo("nobody");
        assertThat(whose(new ProfileName("comet%"), "of-another-pattern"))
                .isEqualTo("500 of-another-pattern");
    }

    @Test
    void memoryIsBounded() throws SQLException {
        List<CometUsername> names =
                IntStream.rangeClosed(0, ClientResolver.REMEMBERED)
                        .mapToObj(i -> new CometUsername("u" + i))
                        .toList();
        CountedQueries counted = new CountedQueries(database.source());
        resolver = new ClientResolver(counted.source(), clock, Duration.ofMinutes(5));
        resolver.resolve(COMET, names);

        CometUsername last = names.get(ClientResolver.REMEMBERED);
        assertThat(counted.during(() -> resolver.resolve(COMET, List.of(last)))).isZero();
        assertThat(counted.during(() -> resolver.resolve(COMET, names.subList(0, 1)))).isPositive();
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

    @Test
    void howManyNamesThereAreCostsNoQueries() throws SQLException {
        service(1, 100, 58, 10, "u7");
        service(2, 200, 58, 10, "U4000");
        CountedQueries counted = new CountedQueries(database.source());
        List<CometUsername> few = users(0, 400);
        List<CometUsername> many = users(400, 5_000);

        resolver = new ClientResolver(counted.source(), clock, Duration.ofMinutes(5));
        assertThat(resolver.resolve(COMET, few)).hasSize(1);
        resolver = new ClientResolver(counted.source(), clock, Duration.ofMinutes(5));
        int ofFew = counted.during(() -> resolver.resolve(COMET, few));
        assertThat(counted.during(() -> assertThat(resolver.resolve(COMET, many)).hasSize(1)))
                .isLessThanOrEqualTo(ofFew);
        assertThat(counted.during(() -> resolver.resolve(COMET, many))).as("remembered").isZero();
    }

    @Test
    void asOneOfManyANameIsWhoseItIsAlone() throws SQLException {
        service(1, 100, 58, 10, " padded ");
        service(2, 200, 58, 10, "tabbed\t");
        service(3, 300, 58, 10, "Loud");
        database.run(
                "INSERT INTO comet_users (id, client_id, username) VALUES ('1', 400, ' early'),"
                        + " ('2', 500, 'late '), ('3', 600, 'UPPER')");
        List<CometUsername> asked = names("padded", "tabbed", "loud", "early", "late", "upper");
        List<CometUsername> many = new ArrayList<>(users(0, 600));
        many.addAll(asked);

        Map<CometUsername, CometUser> amongMany = resolver.resolve(COMET, many);
        for (CometUsername name : asked) {
            resolver = new ClientResolver(database.source(), clock, Duration.ofMinutes(5));
            assertThat(Optional.ofNullable(amongMany.get(name)))
                    .as(name.value())
                    .isEqualTo(
                            Optional.ofNullable(resolver.resolve(COMET, List.of(name)).get(name)));
        }
        assertThat(amongMany.keySet()).extracting(CometUsername::value).contains("padded", "loud");
    }

    private static List<CometUsername> users(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new CometUsername("u" + i)).toList();
    }

    @Test
    void whoGoesThroughAllAccountsAsksOnceUntilAServiceChanges() throws SQLException {
        service(1, 100, 58, 10, "one");
        service(2, 200, 58, 10, "TWO");
        service(3, 300, 60, 20, "three");
        CountedQueries counted = new CountedQueries(database.source());
        resolver = new ClientResolver(counted.source(), clock, Duration.ofMinutes(5));
        ClientsAhead ahead = resolver.ahead(COMET);

        assertThat(ahead.resolve(names("one")).values())
                .extracting(CometUser::username)
                .containsExactly("one");
        assertThat(counted.during(() -> ahead.resolve(names("TWO", "three", "nobody")))).isZero();
        assertThat(ahead.resolve(names("TWO", "three", "nobody")).keySet())
                .as("three is elsewhere")
                .containsExactly(new CometUsername("TWO"));

        service(4, 400, 58, 10, "four");
        clock.forward(ClientResolver.LOOK);
        assertThat(ahead.resolve(names("four"))).hasSize(1);
    }

    private static List<CometUsername> names(String... names) {
        return Stream.of(names).map(CometUsername::new).toList();
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
