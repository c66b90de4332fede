package com.eazybackup.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderStartTest {

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSiteDoesNotSendAnybodyToTheProvider(String site) {
        assertThat(ProviderStart.sentByAnother(site)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"same-origin", "none"})
    void whoComesFromTheDoorOrByHandIsSentOn(String site) {
        assertThat(ProviderStart.sentByAnother(site)).isFalse();
    }
}
