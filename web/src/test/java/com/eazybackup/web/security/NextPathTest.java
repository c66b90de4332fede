package com.eazybackup.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-25")
class NextPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/status",
                "/status?q=server-01&online=true",
                "/status?q=caf%C3%A9%20%26%20co",
                "/services/12/devices",
                "/signing-keys"
            })
    void anOwnPageIsKeptAsItIs(String path) {
        assertThat(NextPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2fevil.example",
                "/%5cevil.example",
                "/.//evil.example",
                "/../evil.example",
                "/status//evil",
                "/ /evil.example",
                "/\t/evil.example",
                "/status\r\nSet-Cookie: a=b",
                "/status#x",
                "/status?a=\"><script>",
                "/status;jsessionid=1",
                "javascript:alert(1)",
                "/status\u0000",
                "/status\u2028x",
                "/\u2044evil.example",
                "/\uff0fevil.example",
                "\uff0f\uff0fevil.example",
                "/st\u0430tus",
                "/status?q=\u202e",
                "//user:pass@evil.example",
                "/@evil.example",
                "/user@evil.example",
                "https:evil.example",
                "https:/evil.example",
                "/status%0d%0aSet-Cookie:a=b",
                "/status%00",
                "/%2e%2e/%2e%2e/",
                "/%252fevil.example",
                "/.well-known",
                "data:text/html,x",
                " /status",
                "/status ",
                "status",
                "?next=/status"
            })
    void everythingElseIsLeftOut(String path) {
        assertThat(NextPath.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin",
                "/signin?next=/signin",
                "/signin.xhtml",
                "/signout",
                "/api/session"
            })
    void theWaysInAndOutAreNoPlaceToGo(String path) {
        assertThat(NextPath.of(path)).isEmpty();
    }

    @Test
    void anAddressWithoutEndIsLeftOut() {
        assertThat(NextPath.of("/status?q=" + "a".repeat(600))).isEmpty();
    }
}
