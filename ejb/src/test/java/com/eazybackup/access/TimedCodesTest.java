package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedCodesTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(TimedCodes.stepOf(SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void aClockMayDifferByOneStepAndNotByTwo() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;

        assertThat(TimedCodes.stepOf(SECRET, TimedCodes.code(SECRET, step - 1), now))
                .hasValue(step - 1);
        assertThat(TimedCodes.stepOf(SECRET, TimedCodes.code(SECRET, step + 1), now))
                .hasValue(step + 1);
        assertThat(TimedCodes.stepOf(SECRET, TimedCodes.code(SECRET, step - 2), now)).isEmpty();
        assertThat(TimedCodes.stepOf(SECRET, TimedCodes.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void appsShowACodeInTwoHalvesAndItMayBeTypedSo() {
        assertThat(TimedCodes.stepOf(SECRET, " 287 082 ", Instant.ofEpochSecond(59))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"''", "28708", "2870820", "abcdef", "-287082", "２８７０８２"})
    void whatIsNoCodeIsNotTaken(String typed) {
        assertThat(TimedCodes.stepOf(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void noTwoSecretsAreAlikeAndEachHas160Bits() {
        assertThat(TimedCodes.newSecret()).hasSize(32).isNotEqualTo(TimedCodes.newSecret());
        assertThat(new Base32().decode(TimedCodes.newSecret())).hasSize(20);
    }

    @Test
    void namesInTheAddressCannotChangeWhatItSays() {
        assertThat(TimedCodes.address("A & B: C", "o'neil?secret=X@x.example", "GEZDGNBV"))
                .isEqualTo(
                        "otpauth://totp/A%20%26%20B%3A%20C:o%27neil%3Fsecret%3DX%40x.example"
                                + "?secret=GEZDGNBV&issuer=A%20%26%20B%3A%20C&algorithm=SHA1&digits=6&period=30");
    }
}
