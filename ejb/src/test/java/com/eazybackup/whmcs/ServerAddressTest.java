package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "backup.example, on, , https://backup.example",
        "backup.example, 1, 8443, https://backup.example:8443",
        "backup.example, true, 0, https://backup.example",
        "backup.example, ON, , https://backup.example",
        "backup.example, '', 8060, http://backup.example:8060",
        "backup.example, off, , http://backup.example",
        "http://backup.example/, on, , https://backup.example",
        "https://backup.example//, '', , http://backup.example",
        "' backup.example ', on, , https://backup.example",
        "10.0.0.7, '', 80, http://10.0.0.7:80",
        "[2001:db8::7], on, 8443, https://[2001:db8::7]:8443",
        "backup.example:8443, on, , https://backup.example:8443"
    })
    void whatOperatorsTypeBecomesAnAddress(
            String host, String secure, Integer port, String origin) {
        assertThat(ServerAddress.origin(host, secure, port)).contains(URI.create(origin));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "https://", "no host", "host/path", "a@b:c:d", "::1"})
    void whatIsNoHostIsNoAddress(String host) {
        assertThat(ServerAddress.origin(host, "on", 443)).isEmpty();
    }

    @Test
    void withoutTheMarkItIsNotSecure() {
        assertThat(ServerAddress.origin("a.example", null, null))
                .contains(URI.create("http://a.example"));
    }
}
