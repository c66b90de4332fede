package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.Security;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-32")
class OutgoingAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.8.9.10, loopback",
        "::1, loopback",
        "169.254.169.254, link-local",
        "fe80::1, link-local",
        "0.0.0.0, this machine's own",
        "0.1.2.3, this machine's own",
        "::, this machine's own",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "100.64.0.1, shared inside a network",
        "fc00::1, unique-local",
        "fd12:3456::1, unique-local",
        "fec0::1, unique-local",
        "224.0.0.1, multicast or broadcast",
        "255.255.255.255, multicast or broadcast",
        "ff02::1, multicast or broadcast",
        "198.18.0.1, reserved",
        "2001:db8::1, reserved",
        "::ffff:127.0.0.1, loopback",
        "::ffff:169.254.169.254, link-local",
        "::127.0.0.1, loopback",
        "::ffff:0:10.0.0.1, private",
        "64:ff9b::a9fe:a9fe, link-local",
        "64:ff9b::7f00:1, loopback",
        "64:ff9b:1::1, a tunnel's",
        "2002:7f00:1::, loopback",
        "2002:c0a8:101::1, private",
        "2001:0:4136:e378::1, a tunnel's"
    })
    void anAddressInsideIsRefusedAndTheSentenceSaysWhy(String literal, String kind) {
        String host = literal.contains(":") ? "[" + literal + "]" : literal;

        assertThatThrownBy(() -> strict().check(URI.create("https://" + host + ":8060/")))
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining(" is " + kind + ". If that is meant, EB_OUTGOING_ALLOW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "https://172.32.0.1/",
                "https://100.128.0.1",
                "wss://[2606:4700::1111]/api/v1/events/stream",
                "https://[64:ff9b::808:808]/",
                "https://[2002:808:808::]/"
            })
    void anAddressOfTheOpenInternetIsLetThrough(String address) {
        assertThatCode(() -> strict().check(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://2130706433/", "http://127.1/", "http://0/"})
    void otherSpellingsOfAnAddressAreSeenAsWhatTheConnectionWouldMakeOfThem(String address) {
        assertThatThrownBy(() -> strict().check(URI.create(address)))
                .isInstanceOfAny(AddressRefused.class, UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://comet.example/",
                "gopher://comet.example/",
                "jar:http://comet.example/a!/",
                "//comet.example/",
                "comet.example",
                "https:/comet.example",
                "https://root@comet.example/",
                "https://8.8.8.8@127.0.0.1/",
                "https:///"
            })
    void whatIsNoPlainAddressOfTheWebIsRefused(String address) {
        assertThatThrownBy(() -> strict().check(URI.create(address)))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void oneAddressInsideAmongSeveralIsEnough() {
        OutgoingAddresses outgoing =
                new OutgoingAddresses("", host -> addresses("8.8.8.8", "10.0.0.7"));

        assertThatThrownBy(() -> outgoing.check(URI.create("https://comet.example/")))
                .isInstanceOf(AddressRefused.class)
                .hasMessageStartingWith("comet.example is not connected to: its address 10.0.0.7");
    }

    @Test
    void aNameThatIsAnsweredDifferentlyTheNextTimeIsRefusedThen() throws Exception {
        String[] answer = {"8.8.8.8"};
        OutgoingAddresses outgoing = new OutgoingAddresses("", host -> addresses(answer[0]));
        URI address = URI.create("https://rebinding.example/");
        outgoing.check(address);

        answer[0] = "169.254.169.254";

        assertThatThrownBy(() -> outgoing.check(address)).isInstanceOf(AddressRefused.class);
    }

    @Test
    void theJvmKeepsAnAnswerAtLeastUntilTheConnectionThatFollows() {
        String seconds = Security.getProperty("networkaddress.cache.ttl");
        assertThat(seconds).as("unset, which is 30 seconds, or more than none").isNotEqualTo("0");
    }

    @Test
    void aNameWithoutAnAddressIsNotRefusedButUnknown() {
        OutgoingAddresses outgoing =
                new OutgoingAddresses(
                        "",
                        host -> {
                            throw new UnknownHostException(host);
                        });
        assertThatThrownBy(() -> outgoing.check(URI.create("https://nowhere.example/")))
                .isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8060/",
        "10.0.0.0/8, https://10.200.3.4/",
        "fd00::/8, https://[fd12::1]/",
        "comet.internal, https://comet.internal/",
        "comet.internal, https://COMET.internal./",
        "localhost, ws://localhost:1/api/v1/events/stream"
    })
    void whatTheOperatorListsIsLetThrough(String allowed, String address) {
        OutgoingAddresses outgoing =
                new OutgoingAddresses("192.168.7.7," + allowed, InetAddress::getAllByName);

        assertThatCode(() -> outgoing.check(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.2/",
        "10.0.0.0/16, https://10.1.0.1/",
        "comet.internal, https://evil.comet.internal/",
        "comet.internal, https://comet.internal.evil.example/"
    })
    void anExceptionIsForItselfAlone(String allowed, String address) {
        OutgoingAddresses outgoing =
                new OutgoingAddresses(
                        allowed,
                        host ->
                                AddressRange.of(host).isPresent()
                                        ? InetAddress.getAllByName(host)
                                        : addresses("10.9.9.9"));

        assertThatThrownBy(() -> outgoing.check(URI.create(address)))
                .isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0",
                "http://x",
                "10.0.0.0/8/8",
                "fe80::/200",
                "*",
                "1.2.3.4/"
            })
    void anExceptionThatIsNoneIsNotTaken(String allowed) {
        assertThat(OutgoingAddresses.good(allowed)).isFalse();
    }

    private static OutgoingAddresses strict() {
        return new OutgoingAddresses("", InetAddress::getAllByName);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] all = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            all[i] = InetAddress.getByName(literals[i]);
        }
        return all;
    }
}
