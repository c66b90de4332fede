package com.eazybackup.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is no address of the open internet, as IANA's special-purpose registries have it (RFC 6890
 * and what was added since), with the forms of IPv6 that carry an IPv4 address inside.
 */
final class InternalRanges {

    private static final Map<String, List<AddressRange>> KINDS = kinds();

    /** Where each form of IPv6 has the IPv4 address: the first of its four bytes. */
    private static final Map<AddressRange, Integer> CARRIERS =
            Map.of(
                    range("::/96"), 12, // compatible, long forbidden
                    range("::ffff:0:0:0/96"), 12, // translated
                    range("64:ff9b::/96"), 12, // NAT64
                    range("2002::/16"), 2); // 6to4

    private InternalRanges() {}

    private static Map<String, List<AddressRange>> kinds() {
        Map<String, List<AddressRange>> kinds = new LinkedHashMap<>();
        kinds.put("loopback", ranges("127.0.0.0/8", "::1"));
        kinds.put("this machine's own", ranges("0.0.0.0/8", "::"));
        kinds.put("link-local", ranges("169.254.0.0/16", "fe80::/10"));
        kinds.put("private", ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"));
        kinds.put("shared inside a network", ranges("100.64.0.0/10"));
        kinds.put("unique-local", ranges("fc00::/7", "fec0::/10"));
        kinds.put("multicast or broadcast", ranges("224.0.0.0/4", "240.0.0.0/4", "ff00::/8"));
        // Translation inside a network, and Teredo, which disguises what it carries.
        kinds.put("a tunnel's", ranges("64:ff9b:1::/48", "2001::/32"));
        kinds.put(
                "reserved",
                ranges(
                        "192.0.0.0/24",
                        "192.0.2.0/24",
                        "192.88.99.0/24",
                        "198.18.0.0/15",
                        "198.51.100.0/24",
                        "203.0.113.0/24",
                        "100::/64",
                        "2001:2::/48",
                        "2001:10::/28",
                        "2001:20::/28",
                        "2001:db8::/32",
                        "3fff::/20",
                        "5f00::/16"));
        return kinds;
    }

    /**
     * @return what kind of address it is, when it is none of the open internet
     */
    static Optional<String> kind(InetAddress address) {
        // Of ::ffff:a.b.c.d Java itself has made an IPv4 address.
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(r -> r.contains(address)))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> kindOfCarried(address));
    }

    private static Optional<String> kindOfCarried(InetAddress address) {
        return CARRIERS.entrySet().stream()
                .filter(carrier -> carrier.getKey().contains(address))
                .map(carrier -> carried(address, carrier.getValue()))
                .flatMap(inner -> kind(inner).stream())
                .findFirst();
    }

    private static InetAddress carried(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(InternalRanges::range).toList();
    }

    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow();
    }
}
