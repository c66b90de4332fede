package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String ADDRESS = "rosalind@harbour.example";

    private final PasswordRules rules =
            new PasswordRules(TestSettings.with("EB_BRAND_NAME", "Lanternfish"));

    @Test
    void twelveCharactersAreEnoughAndElevenAreNot() {
        assertThat(rules.flaw("vq8 tmz3 kdr", ADDRESS)).isEmpty();
        assertThat(rules.flaw("vq8 tmz3 kd", ADDRESS)).contains(PasswordFlaw.TOO_SHORT);
    }

    @Test
    void charactersAreCountedAndNotTheirHalves() {
        assertThat(rules.flaw("🦑🐙🦐🦞🦀🐡🐠🐟🐬🐳🐋", ADDRESS)).contains(PasswordFlaw.TOO_SHORT);
    }

    @Test
    void aHundredAndTwentyEightAreTakenAndOneMoreIsNot() {
        String long128 = "wren oyster quarry lattice ".repeat(5).substring(0, 128);
        assertThat(rules.flaw(long128, ADDRESS)).isEmpty();
        assertThat(rules.flaw(long128 + "x", ADDRESS)).contains(PasswordFlaw.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wren oyster quarry lattice",
                "LIGHTHOUSEKEEPERSONLY",
                "lighthousekeepersonly",
                "Lighthouse-3308-Keeper",
                "été à la montagne bleue",
                "4829 1730 5561 9204"
            })
    void whatItIsMadeOfDoesNotMatter(String password) {
        assertThat(rules.flaw(password, ADDRESS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "password1234",
                "passwordpassword",
                "qwertyuiopas",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "1qaz2wsx3edc4rfv",
                "P@ssw0rd2026!",
                "sunshine2024",
                "iloveyou1234"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(rules.flaw(password, ADDRESS)).contains(PasswordFlaw.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosalind@harbour.example",
                "ROSALIND@harbour.example1",
                "rosalindrosalind",
                "harbour-rosalind",
                "Lanternfish-2026",
                "eazybackup-12345"
            })
    void theAddressAndTheProductAreNoPasswords(String password) {
        assertThat(rules.flaw(password, ADDRESS)).contains(PasswordFlaw.ABOUT_YOU);
    }

    @Test
    void theLongestPasswordIsJudgedInAMoment() {
        // A busy machine takes seconds; a rule that tries every way through it takes hours.
        Assertions.assertTimeout(
                Duration.ofSeconds(30), () -> rules.flaw("a1B2c3D4".repeat(16), ADDRESS));
    }
}
