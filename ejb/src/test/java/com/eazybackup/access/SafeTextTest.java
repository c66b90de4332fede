package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void aLineCannotBeForged() {
        assertThat(SafeText.of("a@b\r\n2026 INFO Sign-in ok\u2028\u0085x", 100))
                .isEqualTo("a@b\uFFFD\uFFFD2026 INFO Sign-in ok\uFFFD\uFFFDx");
    }

    @Test
    void aTextCannotBeTurnedRound() {
        assertThat(SafeText.of("abc\u202Edef\u0000", 100)).isEqualTo("abc\uFFFDdef\uFFFD");
    }

    @Test
    void namesOfAllLanguagesStay() {
        assertThat(SafeText.of("Zoë 山田 🦊", 100)).isEqualTo("Zoë 山田 🦊");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(SafeText.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(SafeText.of("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(SafeText.of("abcd🦊xy", 6)).isEqualTo("abcd…");
        assertThat(SafeText.of(null, 6)).isEmpty();
    }
}
