package com.eazybackup.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/status",
                "/api/devices",
                "/assets/app.1.js",
                "/assets/..hidden",
                "/a...b/",
                "/api/sessions/..."
            })
    void whatBrowsersSendIsTaken(String path) {
        assertThat(PlainPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/../signout",
                "/api/..;/signout",
                "/api/..;x=y/signout",
                "/api/%2e%2e/signout",
                "/api/.%2E/signout",
                "/api\\..\\signout",
                "/./signout",
                "/api/.."
            })
    void whatLeadsElsewhereThanItSaysIsNot(String path) {
        assertThat(PlainPath.is(path)).isFalse();
    }
}
