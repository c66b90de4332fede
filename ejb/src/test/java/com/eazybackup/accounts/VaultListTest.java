package com.eazybackup.accounts;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.Found;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ActiveService;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultListTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int S3 = 1000;
    private static final int COMET = 1003;

    private final AccountRows rows = new AccountRows(DATABASE);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final VaultList list = new VaultList(counted.source(), new MovedClock(NOW));

    @BeforeEach
    void empty() throws SQLException {
        rows.clear();
    }

    @Test
    void vaultsAreFoundByNameUserAndKindTheNearestFirstAndWithOneQuery() throws SQLException {
        rows.vault(1, "acme", "v12", S3, 5, null);
        rows.vault(1, "acme", "v1", S3, 5, null);
        rows.vault(1, "acme", "v2", COMET, 5, null);
        rows.vault(1, "acme", "gone", S3, 5, null);
        rows.fleet().update("UPDATE comet_vaults SET is_active = 0 WHERE id = 'gone'");
        rows.vault(2, "acme", "v13", S3, 5, null);

        Found<FoundVault> found = list.find(scope(1, "acme"), "VAULT v1", VaultListTest::type, 5);

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.items())
                .containsExactly(
                        new FoundVault("v1", "vault v1", "acme", "type 1000"),
                        new FoundVault("v12", "vault v12", "acme", "type 1000"));
        assertThat(list.find(scope(1, "acme"), "1003 acme", VaultListTest::type, 5).items())
                .extracting(FoundVault::id)
                .containsExactly("v2");
        assertThat(list.find(scope(1, "acme"), "acme", VaultListTest::type, 1))
                .returns(3L, Found::total)
                .satisfies(three -> assertThat(three.items()).hasSize(1));
        assertThat(counted.during(() -> list.find(scope(1, "acme"), "v", VaultListTest::type, 5)))
                .isEqualTo(1);
        assertThat(counted.during(() -> list.find(scope(1), "v", VaultListTest::type, 5))).isZero();
    }

    @Test
    void aRowTellsTheVaultItsQuotaAndTheAgeOfItsMeasurement() throws SQLException {
        rows.vault(1, "acme", "v1", COMET, 860, 1000L);

        assertThat(page("").items())
                .containsExactly(
                        new VaultRow(
                                "v1",
                                1001,
                                "acme",
                                "vault v1",
                                COMET,
                                "type 1003",
                                860,
                                1000L,
                                false,
                                86,
                                1,
                                "tier",
                                VaultState.NEARLY_FULL,
                                1_784_100_000L));
    }

    @Test
    void aBackupMeasuresAVaultToo() throws SQLException {
        rows.vault(1, "acme", "v1", S3, 5, null);
        rows.fleet().update("UPDATE comet_vaults SET last_success_at = FROM_UNIXTIME(1784110000)");
        assertThat(page("").items().get(0).measuredAt()).isEqualTo(1_784_110_000L);

        rows.fleet().update("UPDATE comet_vaults SET last_success_at = NULL, content = '{}'");
        assertThat(page("").items().get(0).measuredAt()).isNull();
    }

    @Test
    void aSharedQuotaIsNotTakenForItsOwn() throws SQLException {
        rows.vault(1, "acme", "v1", S3, 5, 5L);
        rows.fleet().update("UPDATE comet_vaults SET content = '{\"StorageLimitID\":\"q1\"}'");
        assertThat(page("").items().get(0))
                .matches(VaultRow::sharedQuota)
                .returns(null, VaultRow::quotaBytes)
                .returns(VaultState.ROOM, VaultRow::state);

        rows.fleet().update("UPDATE comet_vaults SET content = '{\"StorageLimitID\":null}'");
        assertThat(page("").items().get(0).state()).isEqualTo(VaultState.FULL);
    }

    @Test
    void vaultsThatAreGoneAndThoseOfOthersAreNotShown() throws SQLException {
        rows.vault(1, "acme", "gone", S3, 5, null);
        rows.fleet().update("UPDATE comet_vaults SET is_active = 0, removed_at = NOW()");
        rows.vault(2, "acme", "other client", S3, 5, null);
        rows.vault(1, "Acme", "other case", S3, 5, null);
        rows.vault(1, "ended", "no service", S3, 5, null);

        assertThat(page("").items()).isEmpty();
    }

    @Test
    void theProviderLooksAfterVaultsOfMicrosoft365() throws SQLException {
        rows.vault(1, "office", "v1", COMET, 5, 5L);
        ClientScope scope =
                new ClientScope(
                        new ClientId(1),
                        List.of(
                                new ActiveService(
                                        new ServiceId(7),
                                        new CometUsername("office"),
                                        "Microsoft 365",
                                        true,
                                        Optional.of(new ProfileName("cometbackup")))));

        assertThat(list.page(scope, query("", VaultColumn.USERNAME, false), type -> "").items())
                .extracting(VaultRow::state, VaultRow::billing)
                .containsExactly(tuple(VaultState.LOCKED, "included"));
    }

    @Test
    void stateAndWordsNarrowTheListAndNotTheSums() throws SQLException {
        rows.vault(1, "acme", "v1", S3, 100, 100L);
        rows.vault(1, "acme", "v2", S3, 75, 100L);
        rows.vault(1, "acme", "v3", COMET, 0, 100L);

        VaultPage full =
                list.page(
                        scope(1, "acme"),
                        new VaultQuery(
                                1, 25, "", Optional.of(VaultState.FULL), VaultColumn.NAME, false),
                        VaultListTest::type);
        assertThat(ids(full)).containsExactly("v1");
        assertThat(full.totals().vaults()).isEqualTo(3);
        assertThat(full.totals().storedBytes()).isEqualTo(175);
        assertThat(full.totals().states())
                .containsEntry("full", 1)
                .containsEntry("filling", 1)
                .containsEntry("empty", 1)
                .containsEntry("locked", 0);
        assertThat(full.full()).containsExactly(new VaultPage.Full("acme", "vault v1"));
        assertThat(ids(page("TYPE 1003"))).containsExactly("v3");
        assertThat(ids(page("vault v2"))).containsExactly("v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"melanie", "MÉLANIE", "Me\u0301lanie", "reseau", "Réseau"})
    void wordsAreFoundWhetherOrNotEitherHasAccents(String words) throws SQLException {
        rows.vault(1, "acme", "v1", S3, 5, null);
        rows.vault(1, "acme", "v2", S3, 5, null);
        rows.fleet().update("UPDATE comet_vaults SET name = 'Mélanie, reseau' WHERE id = 'v1'");
        VaultQuery query = query(words, VaultColumn.USERNAME, false);

        assertThat(ids(page(words))).containsExactly("v1");
        assertThat(list.all(scope(1, "acme"), query, type -> ""))
                .extracting(VaultRow::id)
                .containsExactly("v1");
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnSortsBothWays(VaultColumn column) throws SQLException {
        rows.vault(1, "acme", "v1", S3, 2L << 40, 2L << 40);
        rows.vault(1, "birch", "v2", COMET, 1, null);
        rows.fleet()
                .update(
                        "UPDATE comet_vaults SET last_success_at = FROM_UNIXTIME(1784110000)"
                                + " WHERE id = 'v2'");
        boolean firstIsSmaller =
                switch (column) {
                    case USERNAME, NAME, TYPE, QUOTA, STATE, MEASURED -> true;
                    case STORED, USAGE, TIER -> false;
                };
        String[] up = firstIsSmaller ? new String[] {"v1", "v2"} : new String[] {"v2", "v1"};

        assertThat(ids(sorted(column, false))).containsExactly(up);
        assertThat(ids(sorted(column, true))).containsExactly(up[1], up[0]);
    }

    @Test
    void aPageTakesOneQuery() throws SQLException {
        assertThat(counted.during(() -> page(""))).isEqualTo(1);
        assertThat(
                        counted.during(
                                () ->
                                        list.page(
                                                scope(1),
                                                query("", VaultColumn.NAME, false),
                                                type -> "")))
                .isZero();
    }

    private VaultPage page(String text) {
        return list.page(
                scope(1, "acme"), query(text, VaultColumn.USERNAME, false), VaultListTest::type);
    }

    private VaultPage sorted(VaultColumn column, boolean down) {
        return list.page(scope(1, "acme", "birch"), query("", column, down), VaultListTest::type);
    }

    private static VaultQuery query(String text, VaultColumn sort, boolean down) {
        return new VaultQuery(1, 25, text, Optional.empty(), sort, down);
    }

    private static List<String> ids(VaultPage page) {
        return page.items().stream().map(VaultRow::id).toList();
    }

    private static String type(int code) {
        return "type " + code;
    }
}
