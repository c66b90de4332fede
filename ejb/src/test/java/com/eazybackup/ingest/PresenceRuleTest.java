package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.PresenceRule.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceRuleTest {

    @ParameterizedTest
    @CsvSource({
        // online, listed, strikes before, strikes wanted
        "true, true, 0, 2, SAME",
        "true, true, 1, 2, SAME",
        "false, true, 0, 2, CAME",
        "false, false, 0, 2, SAME",
        "true, false, 0, 2, DEFERRED",
        "true, false, 1, 2, WENT",
        "true, false, 0, 1, WENT",
        "true, false, 1, 3, DEFERRED",
        "true, false, 7, 3, WENT",
    })
    void aDeviceGoesWhenItIsMissingOftenEnoughInARow(
            boolean online, boolean listed, int strikes, int wanted, Verdict verdict) {
        assertThat(PresenceRule.decide(online, listed, strikes, wanted)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        // listed, online, missing, looks
        "900, 896, 10, 1",
        "0, 0, 0, 1",
        "0, 2, 2, 1",
        "0, 3, 3, 5",
        "0, 900, 900, 5",
        "10, 20, 10, 1",
        "9, 20, 11, 2",
        "2, 11, 9, 1",
        "400, 900, 500, 2",
    })
    void aListThatIsMuchTooShortMustComeSeveralTimes(
            int listed, int online, int missing, int looks) {
        assertThat(PresenceRule.looks(listed, online, missing)).isEqualTo(looks);
    }

    @ParameterizedTest
    @CsvSource({
        // online, missing, many
        "20, 9, false",
        "20, 10, true",
        "100, 10, false",
        "100, 11, true",
        "109, 11, true",
        "110, 11, false",
        "9, 9, false",
    })
    void tenAndMoreThanATenthAreMany(int online, int missing, boolean many) {
        assertThat(PresenceRule.many(online, missing)).isEqualTo(many);
    }
}
