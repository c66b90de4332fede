package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    @Test
    void onlyTheSamePasswordMatches() {
        String stored = PasswordHash.of("correct horse ü");
        assertThat(PasswordHash.matches("correct horse ü", stored)).isTrue();
        assertThat(PasswordHash.matches("correct horse u", stored)).isFalse();
        assertThat(PasswordHash.matches("", stored)).isFalse();
    }

    @Test
    void whatIsStoredIsSaltedAndSaysHowItWasMade() {
        String stored = PasswordHash.of("same");
        assertThat(stored).startsWith("pbkdf2-sha256$600000$").doesNotContain("same");
        assertThat(PasswordHash.of("same")).isNotEqualTo(stored);
    }

    @Test
    void anOlderHashWithFewerIterationsStillWorks() {
        // The known answer for "password" and "salt" with 4096 rounds of HMAC-SHA-256.
        byte[] hash =
                HexFormat.of()
                        .parseHex(
                                "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a");
        String stored =
                "pbkdf2-sha256$4096$c2FsdA$"
                        + Base64.getEncoder().withoutPadding().encodeToString(hash);
        assertThat(PasswordHash.matches("password", stored)).isTrue();
    }

    @Test
    void anUnknownKindIsNeverAMatch() {
        assertThatThrownBy(() -> PasswordHash.matches("x", "md5$x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("md5$x");
    }
}
