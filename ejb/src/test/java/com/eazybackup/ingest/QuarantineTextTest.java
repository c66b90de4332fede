package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineTextTest {

    @Test
    void jsonIsKeptWithoutItsSecrets() {
        assertThat(QuarantineText.of("{\"Data\":{\"Username\":\"u\",\"S3SecretKey\":\"hush\"}}"))
                .isEqualTo("{\"Data\":{\"Username\":\"u\"}}");
    }

    @Test
    void brokenJsonIsKeptWithoutTheTextsOfFieldsThatSoundLikeSecrets() {
        assertThat(
                        QuarantineText.of(
                                "{\"Username\":\"u\",\"EncryptionKey\" : \"hu\\\"sh\",\"Key\":\"hush\",\"Size\":12,\"Password\":\"hu"))
                .isEqualTo(
                        "{\"Username\":\"u\",\"EncryptionKey\" : \"…\",\"Key\":\"…\",\"Size\":12,\"Password\":\"…\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Password':'hush'}",
                "{\"Password\":hush}",
                "{\"Password\":4711081547",
                "{\"Pass\\u0077ord\":\"hush\"",
                "{\"Password\":[\"hush\"",
                "{\"Key\":{\"a\":\"hush\"",
                "{\"Password\":\"abc\\\nhush\"",
                "{\"a\":\"Password\":\"hush\"}",
                "Password=hush&User=x",
                "\"{\\\"Password\\\":\\\"hush\\\"}\""
            })
    void noSecretIsKeptOfTextThatIsNoJsonHoweverItIsQuoted(String frame) {
        assertThat(QuarantineText.of(frame)).doesNotContain("hush").doesNotContain("4711");
    }

    @Test
    void switchesInBrokenJsonAreKept() {
        String frame = "{\"AllowPasswordLogin\":true,\"PasswordFormat\":0,\"Size\":12345,";
        assertThat(QuarantineText.of(frame)).isEqualTo(frame);
    }

    @Test
    void manyNamesInALongTextAreSearchedInAMoment() {
        // A busy machine takes seconds; a search that begins anew at each name takes hours.
        String names = "password ".repeat(400_000);
        assertTimeout(Duration.ofSeconds(30), () -> QuarantineText.of(names));
        assertTimeout(Duration.ofSeconds(30), () -> QuarantineText.of(names.replace(" ", "")));
    }

    @Test
    void whatIsTooLongIsCutAndKnownAsCut() {
        String kept = QuarantineText.of("x".repeat(2_000_000));
        assertThat(kept).hasSize(1_048_576);
        assertThat(QuarantineText.cut(kept)).isTrue();
        assertThat(QuarantineText.cut(QuarantineText.of("short"))).isFalse();
    }
}
