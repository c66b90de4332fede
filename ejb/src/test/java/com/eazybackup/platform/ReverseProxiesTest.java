package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseProxiesTest {

    private final ReverseProxies proxies =
            ReverseProxies.of("127.0.0.1, ::1, 10.1.0.0/16, 2001:db8:f::/48");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::ffff:127.0.0.1, true",
        "127.0.0.2, false",
        "::1, true",
        "10.1.255.255, true",
        "10.2.0.1, false",
        "2001:db8:f:1::9, true",
        "2001:db8:e::9, false"
    })
    void onlyThoseThatAreNamedAreProxies(String peer, boolean proxy) {
        assertThat(proxies.include(address(peer))).isEqualTo(proxy);
    }

    @Test
    void whereNoneIsNamedNobodyIsOne() {
        ReverseProxies none = ReverseProxies.of("");
        assertThat(none.include(address("127.0.0.1"))).isFalse();
        assertThat(none.include(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7 | 198.51.100.7",
                "  198.51.100.7  | 198.51.100.7",
                "198.51.100.7:4711 | 198.51.100.7",
                "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7] | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
                "::ffff:198.51.100.7 | 198.51.100.7"
            })
    void theCallerIsWhomTheProxySaw(String entry, String caller) {
        assertCaller(caller, entry);
    }

    @Test
    void whatTheCallerWroteInFrontChangesNothing() {
        assertCaller("198.51.100.7", "203.0.113.1, 198.51.100.7");
        assertCaller("198.51.100.7", "127.0.0.1, 198.51.100.7");
        assertCaller("198.51.100.7", "nonsense, <b>, , 198.51.100.7");
        assertCaller("198.51.100.7", "203.0.113.1", "198.51.100.7"); // a header of its own
    }

    @Test
    void severalProxiesInARowArePassedOver() {
        assertCaller("198.51.100.7", "203.0.113.1, 198.51.100.7, 10.1.2.3, [2001:db8:f::2]:443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "unknown",
                "_hidden",
                "portal.example",
                "198.51.100.256",
                "198.51.100",
                "198.51.100.07",
                "1.2.3.4.5",
                "1.2.3.4.",
                "198.51.100.7:",
                "198.51.100.7:x",
                "198.51.100.7/32",
                "[198.51.100.7",
                "2001:db8::7]",
                "[portal.example]",
                "fe80::1%eth0",
                ".:1",
                "2001:db8::7::1",
                "203.0.113.1, unknown",
                "203.0.113.1, ",
                "203.0.113.1, unknown, 10.1.2.3"
            })
    void aListThatCannotBeReadFromItsEndSaysNothing(String header) {
        assertThat(proxies.caller(List.of(header))).isEmpty();
    }

    @Test
    void aProxyThatAsksForItselfIsTheCaller() {
        assertThat(proxies.caller(List.of())).isEmpty();
        assertThat(proxies.caller(List.of("127.0.0.1, 10.1.0.9"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https, https", "HTTPS, https", "http, http", "' https ', https"})
    void theSchemeIsWhatTheProxySays(String header, String scheme) {
        assertThat(proxies.scheme(List.of(header))).contains(scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp", "https, http", "https,https", "javascript"})
    void aSchemeThatIsNotOneOfTwoSaysNothing(String header) {
        assertThat(proxies.scheme(List.of(header))).isEmpty();
        assertThat(proxies.scheme(List.of())).isEmpty();
        assertThat(proxies.scheme(List.of("https", "http"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | true",
                "127.0.0.1, ::1, 10.0.0.0/8 | true",
                "proxy.example | false",
                "10.0.0.0/33 | false",
                "10.0.0.300 | false",
                "0.0.0.0/0 | false",
                "::/0 | false",
                "* | false"
            })
    void whatIsNoAddressIsNotTakenAsASetting(String value, boolean good) {
        assertThat(ReverseProxies.good(value)).isEqualTo(good);
    }

    private void assertCaller(String expected, String... headers) {
        assertThat(proxies.caller(List.of(headers)))
                .hasValueSatisfying(
                        found -> assertThat(found.getHostAddress()).isEqualTo(expected));
    }

    private static InetAddress address(String text) {
        return AddressRange.of(text).orElseThrow().network();
    }
}
