package com.eazybackup.comet.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometCredentials;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    @Test
    void fiveFramesInOrderAndUnusedOnesAreEmpty() {
        assertThat(Handshake.frames(CometCredentials.password("portal", "secret")))
                .containsExactly("portal", "Password", "secret", "", "");
        assertThat(Handshake.frames(new CometCredentials("p", "PasswordTOTP", "w", "s", "123456")))
                .containsExactly("p", "PasswordTOTP", "w", "s", "123456");
    }

    @Test
    void onlyExactly200OkAccepts() {
        assertThat(Handshake.accepted("200 OK")).isTrue();
        assertThat(Handshake.accepted(" 200 OK\n")).isTrue();
        assertThat(Handshake.accepted("200 ok")).isFalse();
        assertThat(Handshake.accepted("200 OK, but")).isFalse();
        assertThat(Handshake.accepted("403 Forbidden")).isFalse();
        assertThat(Handshake.accepted("")).isFalse();
    }

    @Test
    void aRefusalIsShownOnOneShortLine() {
        assertThat(Handshake.shown("no\nentry")).isEqualTo("no entry");
        assertThat(Handshake.shown("x".repeat(500))).hasSize(121);
    }

    @Test
    void theAllowListGoesIntoTheAddress() {
        StreamTarget target =
                new StreamTarget(
                        URI.create("wss://c.example/api/v1/events/stream"),
                        "https://c.example",
                        CometCredentials.password("a", "b"),
                        Optional.of("4200,4201"));
        assertThat(target.withFilter())
                .hasToString("wss://c.example/api/v1/events/stream?allowList=4200%2C4201");
    }
}
