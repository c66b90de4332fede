package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void whatIsTooLongIsCutAndKnownAsCut() {
        String kept = QuarantineText.of("x".repeat(2_000_000));
        assertThat(kept).hasSize(1_048_576);
        assertThat(QuarantineText.cut(kept)).isTrue();
        assertThat(QuarantineText.cut(QuarantineText.of("short"))).isFalse();
    }
}
