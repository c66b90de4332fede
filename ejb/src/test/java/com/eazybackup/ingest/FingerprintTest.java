package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void theSameNamesHaveTheSameInWhateverOrder() {
        assertThat(Fingerprint.of(List.of("a", "b"))).isEqualTo(Fingerprint.of(List.of("b", "a")));
        assertThat(Fingerprint.of(List.of("a"))).hasSize(64);
    }

    @Test
    void asManyOtherNamesHaveAnother() {
        assertThat(Fingerprint.of(List.of("a", "b")))
                .isNotEqualTo(Fingerprint.of(List.of("a", "c")))
                .isNotEqualTo(Fingerprint.of(List.of("ab")))
                .isNotEqualTo(Fingerprint.of(List.of("a", "b", "b")));
    }

    @Test
    void noNamesHaveNone() {
        assertThat(Fingerprint.of(List.of())).isEmpty();
    }
}
