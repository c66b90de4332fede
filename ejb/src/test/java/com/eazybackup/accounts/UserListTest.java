package com.eazybackup.accounts;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.Found;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserListTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int S3 = 1000;
    private static final int SFTP = 1001;

    private final AccountRows rows = new AccountRows(DATABASE);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final UserList list = new UserList(counted.source(), new MovedClock(NOW));

    @BeforeEach
    void empty() throws SQLException {
        rows.clear();
    }

    @Test
    void usersAreFoundByNameTheNearestFirstAndWithOneQuery() throws SQLException {
        rows.user(1, "acme", "Mélanie and sons", "[\"boss@acme.example\"]", true, 0);
        rows.user(1, "the-acme", "", "[]", true, 0);
        rows.user(2, "acme-2", "Somebody else", "[]", true, 0);
        ClientScope ours = scope(1, "the-acme", "acme-2", "acme");

        assertThat(list.find(ours, "Acme", true, 5))
                .isEqualTo(
                        new Found<>(
                                3,
                                List.of(
                                        new FoundUser("acme", "Mélanie and sons"),
                                        new FoundUser("acme-2", ""),
                                        new FoundUser("the-acme", ""))));
        assertThat(list.find(ours, "acme", true, 1).items()).hasSize(1);
        assertThat(list.find(ours, "sons melanie", true, 5).total()).isEqualTo(1);
        assertThat(list.find(ours, "somebody", true, 5).total()).isZero();
        assertThat(list.find(ours, "boss@", true, 5).total()).isEqualTo(1);
        assertThat(list.find(ours, "boss@", false, 5).total()).isZero();
        assertThat(counted.during(() -> list.find(ours, "acme", true, 5))).isEqualTo(1);
        assertThat(counted.during(() -> list.find(scope(1), "acme", true, 5))).isZero();
    }

    @Test
    void aReaderWhoMayNotKnowAddressesNeitherSeesNorFindsThem() throws SQLException {
        rows.user(1, "acme", "Acme Ltd", "[\"hidden@x.example\"]", true, 0);

        UserQuery blind = new UserQuery(1, 25, "", false, UserColumn.EMAIL, false, false);
        assertThat(list.page(scope(1, "acme"), blind).items())
                .singleElement()
                .satisfies(row -> assertThat(row.emails()).isNull());
        assertThat(
                        list.all(
                                scope(1, "acme"),
                                new UserQuery(
                                        1, 25, "hidden@", false, UserColumn.EMAIL, true, false)))
                .isEmpty();
    }

    @Test
    void oneRowThatIsNoJsonLeavesTheOthersReadable() throws SQLException {
        // As the PHP system may have made them: columns of text, which nobody checks.
        rows.fleet().update("ALTER TABLE comet_items MODIFY content LONGTEXT NULL");
        rows.fleet().update("ALTER TABLE comet_vaults MODIFY content LONGTEXT NULL");
        rows.user(1, "acme", "Acme Ltd", "[]", true, 0);
        rows.item(1, "acme", "i1", "engine1/hyperv", guests(4));
        rows.item(1, "acme", "i2", "engine1/hyperv", "{");
        rows.vault(1, "acme", "v1", S3, 700, 700L);
        rows.fleet().update("UPDATE comet_vaults SET content = 'no json' WHERE id = 'v1'");

        assertThat(page(scope(1, "acme"), "").items())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.items()).isEqualTo(2);
                            assertThat(row.vaults()).isEqualTo(1);
                            assertThat(row.hyperVGuests()).isEqualTo(4);
                        });
    }

    @Test
    void aRowPutsTogetherWhatTheTablesHave() throws SQLException {
        rows.user(1, "acme", "Acme Ltd", "[\"a@x.example\",\"b@x.example\"]", true, 45);
        rows.fleet().device(1, "acme", "h1", "DC01");
        rows.fleet().device(1, "acme", "h2", "DC02");
        rows.fleet().update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'h2'");
        rows.item(1, "acme", "i1", "engine1/file", "{}");
        rows.item(1, "acme", "i2", "engine1/hyperv", guests(4));
        rows.item(1, "acme", "i3", "engine1/hyperv", guests(2));
        rows.item(1, "acme", "i4", "engine1/vmware", guests(5));
        rows.item(1, "acme", "i5", "engine1/proxmox", guests(3));
        rows.item(
                1,
                "acme",
                "i6",
                "engine1/winmsofficemail",
                "{\"LastBackupJob\":{\"GUID\":\"x\",\"TotalAccountsCount\":46}}");
        rows.vault(1, "acme", "v1", S3, 700, 700L);
        rows.vault(1, "acme", "v2", SFTP, 50, null);
        rows.vault(1, "acme", "v3", S3, 9, null);
        rows.fleet().update("UPDATE comet_vaults SET is_active = 0 WHERE id = 'v3'");

        assertThat(page(scope(1, "acme"), "").items())
                .containsExactly(
                        new UserRow(
                                1001,
                                "acme",
                                "Acme Ltd",
                                List.of("a@x.example", "b@x.example"),
                                EmailReports.ON,
                                1,
                                6,
                                2,
                                700,
                                6,
                                5,
                                3,
                                45,
                                46,
                                1));
    }

    @Test
    void aUserOfWhomNothingIsKnownYetIsThereAndNothingIsGuessed() throws SQLException {
        rows.fleet()
                .update(
                        "INSERT INTO comet_users (id, client_id, username, account_name)"
                                + " VALUES ('7', 1, 'older', 'From before')");

        List<UserRow> users = page(scope(1, "new", "older"), "").items();

        assertThat(users).extracting(UserRow::username).containsExactly("new", "older");
        assertThat(users.get(1).accountName()).isEqualTo("From before");
        assertThat(users)
                .allSatisfy(
                        user -> {
                            assertThat(user.emailReports()).isEqualTo(EmailReports.UNKNOWN);
                            assertThat(user.m365Quota()).isNull();
                            assertThat(user.atLimit()).isFalse();
                        });
    }

    @Test
    void namesThatDifferByCaseAreTwoUsers() throws SQLException {
        rows.user(1, "Deltaworks", "Engineering", "[]", false, 0);
        rows.user(1, "deltaworks", "Film", "[]", false, 0);
        rows.fleet().device(1, "Deltaworks", "h1", "A");
        rows.fleet().device(1, "Deltaworks", "h2", "B");
        rows.fleet().device(1, "deltaworks", "h3", "C");
        rows.vault(1, "deltaworks", "v1", S3, 10, null);

        assertThat(page(scope(1, "Deltaworks"), "").items())
                .extracting(UserRow::accountName, UserRow::devices, UserRow::vaults)
                .containsExactly(tuple("Engineering", 2, 0));
        assertThat(page(scope(1, "Deltaworks", "deltaworks"), "").items())
                .extracting(UserRow::username, UserRow::devices)
                .containsExactlyInAnyOrder(tuple("Deltaworks", 2), tuple("deltaworks", 1));
    }

    @Test
    void anotherClientsRowsOfTheSameNameAreNotCounted() throws SQLException {
        rows.user(2, "acme", "Not yours", "[\"spy@x.example\"]", true, 9);
        rows.fleet().device(2, "acme", "h9", "X");
        rows.item(2, "acme", "i9", "engine1/hyperv", guests(4));
        rows.vault(2, "acme", "v9", S3, 10, 10L);

        UserRow row = page(scope(1, "acme"), "").items().get(0);

        assertThat(row.accountName()).isEmpty();
        assertThat(row.emails()).isEmpty();
        assertThat(row.devices() + row.items() + row.vaults() + row.hyperVGuests()).isZero();
    }

    @Test
    void theSearchLooksAtNameAccountAndMailInAnyCase() throws SQLException {
        rows.user(1, "alpha", "Cedar Valley", "[\"it@one.example\"]", true, 0);
        rows.user(1, "beta", "Harbour", "[\"Ops@two.example\"]", true, 0);
        ClientScope scope = scope(1, "alpha", "beta");

        assertThat(names(page(scope, "ALPH"))).containsExactly("alpha");
        assertThat(names(page(scope, " cedar "))).containsExactly("alpha");
        assertThat(names(page(scope, "ops@TWO"))).containsExactly("beta");
        assertThat(names(page(scope, "%"))).isEmpty();
        assertThat(page(scope, "alph").totals().users()).as("sums are of all").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"melanie", "MÉLANIE", "Me\u0301lanie", "cafe", "éte@"})
    void wordsAreFoundWhetherOrNotEitherHasAccents(String words) throws SQLException {
        rows.user(1, "one", "Mélanie, Cafe\u0301", "[\"ete@one.example\"]", true, 0);
        rows.user(1, "two", "Melvin", "[]", true, 0);
        UserQuery query = query(words, false, UserColumn.USERNAME, false);

        assertThat(names(list.page(scope(1, "one", "two"), query))).containsExactly("one");
        assertThat(list.all(scope(1, "one", "two"), query))
                .extracting(UserRow::username)
                .containsExactly("one");
    }

    @Test
    void whoHasReachedALimitIsNamedAndCanBeShownAlone() throws SQLException {
        rows.user(1, "full", "", "[]", false, 0);
        rows.vault(1, "full", "v1", S3, 10, 10L);
        rows.user(1, "over", "", "[]", false, 45);
        rows.item(1, "over", "i1", "engine1/winmsofficemail", accounts(46));
        rows.user(1, "at", "", "[]", false, 45);
        rows.item(1, "at", "i2", "engine1/winmsofficemail", accounts(45));
        ClientScope scope = scope(1, "full", "over", "at");

        UserPage page = list.page(scope, query("", true, UserColumn.USERNAME, false));

        assertThat(names(page)).containsExactly("full", "over");
        assertThat(page.totals().atLimit()).isEqualTo(2);
        assertThat(page.totals().users()).isEqualTo(3);
        assertThat(page.limits())
                .containsExactly(
                        new UserPage.Limit("full", 1, 0, 0), new UserPage.Limit("over", 0, 46, 45));
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnSortsBothWays(UserColumn column) throws SQLException {
        rows.user(1, "a", "A", "[\"a@x.example\"]", true, 1);
        rows.user(1, "b", "B", "[\"b@x.example\"]", false, 2);
        rows.fleet().device(1, "b", "h1", "B");
        rows.item(1, "b", "i1", "engine1/hyperv", guests(1));
        rows.item(1, "b", "i2", "engine1/vmware", guests(1));
        rows.item(1, "b", "i3", "engine1/proxmox", guests(1));
        rows.item(1, "b", "i4", "engine1/winmsofficemail", accounts(1));
        rows.vault(1, "b", "v1", S3, 5, null);
        ClientScope scope = scope(1, "b", "a");

        assertThat(names(list.page(scope, query("", false, column, false))))
                .containsExactly("a", "b");
        assertThat(names(list.page(scope, query("", false, column, true))))
                .containsExactly("b", "a");
    }

    @Test
    void anUnlimitedQuotaIsMoreThanAnyAndAnUnknownOneIsLess() throws SQLException {
        rows.user(1, "unlimited", "", "[]", true, 0);
        rows.user(1, "many", "", "[]", true, 45);
        rows.user(1, "few", "", "[]", true, 2);
        ClientScope scope = scope(1, "unlimited", "many", "few", "new");

        assertThat(names(list.page(scope, query("", false, UserColumn.M365_QUOTA, false))))
                .containsExactly("new", "few", "many", "unlimited");
        assertThat(names(list.page(scope, query("", false, UserColumn.M365_QUOTA, true))))
                .containsExactly("unlimited", "many", "few", "new");
    }

    @Test
    void pagesFollowEachOtherAndOneBehindTheLastIsEmpty() {
        ClientScope scope = scope(1, "a", "b", "c", "d", "e");

        assertThat(names(list.page(scope, at(1)))).containsExactly("a", "b");
        assertThat(names(list.page(scope, at(3)))).containsExactly("e");
        assertThat(names(list.page(scope, at(4)))).isEmpty();
        assertThat(list.page(scope, at(4)).total()).isEqualTo(5);
        assertThat(list.all(scope, at(4))).hasSize(5);
    }

    @Test
    void aPageTakesFourQueriesHoweverManyUsersThereAre() throws SQLException {
        assertThat(counted.during(() -> list.page(scope(1, "a"), at(1)))).isEqualTo(4);
        assertThat(counted.during(() -> list.page(scope(1, "a", "b", "c", "d"), at(1))))
                .isEqualTo(4);
        assertThat(counted.during(() -> list.page(scope(1), at(1)))).isZero();
    }

    @Test
    void aDatabaseThatIsAwayIsTold() throws SQLException {
        TestDatabase broken = TestDatabase.migrated();
        broken.run("DROP TABLE comet_vaults");
        assertThatThrownBy(
                        () ->
                                new UserList(broken.source(), new MovedClock(NOW))
                                        .page(scope(1, "a"), at(1)))
                .isInstanceOf(FleetUnreadable.class);
    }

    private UserPage page(ClientScope scope, String text) {
        return list.page(scope, query(text, false, UserColumn.USERNAME, false));
    }

    private static UserQuery query(String text, boolean atLimit, UserColumn sort, boolean down) {
        return new UserQuery(1, 25, text, atLimit, sort, down, true);
    }

    private static UserQuery at(int page) {
        return new UserQuery(page, 2, "", false, UserColumn.USERNAME, false, true);
    }

    private static List<String> names(UserPage page) {
        return page.items().stream().map(UserRow::username).toList();
    }

    private static String guests(int count) {
        return "{\"LastSuccessfulBackupJob\":{\"GUID\":\"g\",\"TotalVmCount\":" + count + "}}";
    }

    private static String accounts(int count) {
        return "{\"LastBackupJob\":{\"GUID\":\"g\",\"TotalAccountsCount\":" + count + "}}";
    }
}
