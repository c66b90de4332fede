package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-25")
class SameSiteWritesTest {

    private static final String HOST = "portal.example:8080";

    @Test
    void aFormOfOurOwnIsTaken() {
        assertThat(
                        SameSiteWrites.ownWrite(
                                "same-origin", "http://portal.example:8080", HOST, false))
                .isTrue();
    }

    @Test
    void behindAProxyTheBrowsersWordCountsAndNotTheName() {
        assertThat(SameSiteWrites.ownWrite("same-origin", "https://backup.example", HOST, false))
                .isTrue();
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        assertThat(SameSiteWrites.ownWrite("cross-site", "https://evil.example", HOST, false))
                .isFalse();
        assertThat(
                        SameSiteWrites.ownWrite(
                                "same-site", "https://other.portal.example", HOST, false))
                .isFalse();
        assertThat(SameSiteWrites.ownWrite(null, "https://evil.example", HOST, false)).isFalse();
        assertThat(SameSiteWrites.ownWrite(null, "null", HOST, false)).isFalse();
    }

    @Test
    void anOldBrowserIsKnownByItsOrigin() {
        assertThat(SameSiteWrites.ownWrite(null, "http://portal.example:8080", HOST, false))
                .isTrue();
    }

    @Test
    void aProgramSaysNothingAndIsLetThrough() {
        assertThat(SameSiteWrites.ownWrite(null, null, HOST, true)).isTrue();
    }

    @Test
    void aFormThatDoesNotSayWhereItComesFromIsRefused() {
        assertThat(SameSiteWrites.ownWrite(null, null, HOST, false)).isFalse();
    }
}
