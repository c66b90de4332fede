package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {

    @Test
    void anOwnPageKeepsItsQuery() {
        assertThat(OwnPages.afterSignIn("/status?q=fs01")).contains("/status?q=fs01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/status",
                "//evil.example/status",
                "/\\evil.example",
                "javascript:alert(1)",
                "status",
                "/signout",
                "/api/session",
                ""
            })
    void nothingElseIsGoneOnTo(String asked) {
        assertThat(OwnPages.afterSignIn(asked)).isEmpty();
        assertThat(OwnPages.any(asked)).isEmpty();
    }

    @Test
    void theDoorAndTheChooserLeadNowhereAfterSignIn() {
        assertThat(OwnPages.afterSignIn("/signin")).isEmpty();
        assertThat(OwnPages.afterSignIn("/choose")).isEmpty();
        assertThat(OwnPages.any("/signin")).contains("/signin");
    }

    @Test
    void theChooserKnowsThePageThatWasAskedFor() {
        assertThat(OwnPages.chooseThen("/status?q=a&b"))
                .isEqualTo("/choose?next=%2Fstatus%3Fq%3Da%26b");
        assertThat(OwnPages.chooseThen("")).isEqualTo("/choose");
    }
}
