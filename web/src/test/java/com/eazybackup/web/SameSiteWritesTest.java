package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameSiteWritesTest {

    private static final String HOST = "portal.example:8080";

    @Test
    void aFormOfOurOwnIsTaken() {
        assertThat(SameSiteWrites.ownWrite("same-origin", "http://portal.example:8080", HOST))
                .isTrue();
    }

    @Test
    void behindAProxyTheBrowsersWordCountsAndNotTheName() {
        assertThat(SameSiteWrites.ownWrite("same-origin", "https://backup.example", HOST)).isTrue();
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        assertThat(SameSiteWrites.ownWrite("cross-site", "https://evil.example", HOST)).isFalse();
        assertThat(SameSiteWrites.ownWrite("same-site", "https://other.portal.example", HOST))
                .isFalse();
        assertThat(SameSiteWrites.ownWrite(null, "https://evil.example", HOST)).isFalse();
        assertThat(SameSiteWrites.ownWrite(null, "null", HOST)).isFalse();
    }

    @Test
    void anOldBrowserIsKnownByItsOrigin() {
        assertThat(SameSiteWrites.ownWrite(null, "http://portal.example:8080", HOST)).isTrue();
    }

    @Test
    void aProgramSaysNothingAndIsLetThrough() {
        assertThat(SameSiteWrites.ownWrite(null, null, HOST)).isTrue();
    }
}
