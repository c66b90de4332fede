package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B, whose codes have eight digits: ours are the last six. */
class TotpTest {

    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void isAsInTheStandard(long time, String code) {
        assertThat(totp.code(time)).isEqualTo(code);
    }

    @Test
    void aNeighbouringStepIsNearEnough() {
        assertThat(totp.step("287082", 59 + 30)).isPresent();
        assertThat(totp.step("287082", 59 - 30)).isPresent();
        assertThat(totp.step("287082", 59 + 61)).isEmpty();
    }

    @Test
    void theSecretIsWrittenAsAuthenticatorsReadIt() {
        assertThat(totp.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(new Totp(new byte[] {1}).base32()).isEqualTo("AE");
    }
}
