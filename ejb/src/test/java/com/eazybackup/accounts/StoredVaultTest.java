package com.eazybackup.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredVaultTest {

    private static final int S3 = 1000;
    private static final long TIB = 1L << 40;

    @ParameterizedTest
    @CsvSource({
        "0, 1000, EMPTY, 0",
        "1, 1000, ROOM, 0",
        "699, 1000, ROOM, 69",
        "700, 1000, FILLING, 70",
        "799, 1000, FILLING, 79",
        "800, 1000, NEARLY_FULL, 80",
        "999, 1000, NEARLY_FULL, 99",
        "1000, 1000, FULL, 100",
        "1500, 1000, FULL, 150",
        "0, 0, FULL, 100",
        "5, 0, FULL, 100",
    })
    void aStateIsHowNearTheQuotaIs(long bytes, long quota, VaultState state, int percent) {
        StoredVault vault = vault(S3, bytes, true, quota, false, false);

        assertThat(vault.state()).isEqualTo(state);
        assertThat(vault.percent()).isEqualTo(percent);
    }

    @Test
    void withoutAQuotaThereIsRoom() {
        StoredVault vault = vault(S3, 9 * TIB, false, 5, false, false);

        assertThat(vault.quota()).isNull();
        assertThat(vault.percent()).isNull();
        assertThat(vault.state()).isEqualTo(VaultState.ROOM);
    }

    @Test
    void ofASharedQuotaItsOwnNumberSaysNothing() {
        StoredVault vault = vault(S3, 100, true, 100, true, false);

        assertThat(vault.quota()).isNull();
        assertThat(vault.state()).isEqualTo(VaultState.ROOM);
    }

    @Test
    void whatTheProviderLooksAfterIsLockedAndIncluded() {
        StoredVault vault = vault(S3, 100, true, 100, false, true);

        assertThat(vault.state()).isEqualTo(VaultState.LOCKED);
        assertThat(vault.billingTier()).isZero();
        assertThat(VaultRow.of(vault, 1, "S3").billing()).isEqualTo("included");
    }

    /** Columns: type, stored, quota (-1 for none), tier; in tenths of a tebibyte. */
    @ParameterizedTest
    @CsvSource({
        "1000, 3, -1, 1",
        "1000, 10, -1, 1",
        "1000, 11, -1, 2",
        "1003, 3, 25, 3",
        "1003, 0, 5, 1",
        "1003, 0, -1, 0",
        "1000, 5, 0, 0",
        "1001, 30, 40, 0",
        "1002, 30, -1, 0",
    })
    void theTierIsWholeTebibytesOfTheQuotaElseOfWhatIsStored(
            int type, long stored, long quota, int tier) {
        long tenth = TIB / 10;
        long limit = quota % 10 == 0 ? quota / 10 * TIB : quota * tenth;
        long bytes = stored % 10 == 0 ? stored / 10 * TIB : stored * tenth;

        assertThat(vault(type, bytes, quota >= 0, limit, false, false).billingTier())
                .isEqualTo(tier);
    }

    private static StoredVault vault(
            int type, long bytes, boolean limited, long limit, boolean shared, boolean managed) {
        return new StoredVault("v", "u", "n", type, bytes, limited, limit, shared, managed, 0);
    }
}
