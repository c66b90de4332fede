package com.eazybackup.platform;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who is asking, when the connection comes from a reverse proxy that {@code EB_PROXY} names.
 *
 * <p>Guarantee: what a caller writes into {@code X-Forwarded-For} is never believed, whether the
 * proxy appends to the header or replaces it. Each proxy adds the address of its own peer at the
 * end, so the list is read from there, past the proxies that are known, to the first address that
 * is none of them; what stands before that is nobody's word. From any other peer both headers mean
 * nothing.
 *
 * <p>Limits: a list that is unreadable as far as it has to be read is left out as a whole; the
 * caller is the proxy then. No name is ever looked up. The header {@code Forwarded} (RFC 7239) and
 * ports are not used.
 */
public final class ReverseProxies {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** An address in brackets or, of IPv4, plain; each with or without a port; or IPv6 plain. */
    private static final Pattern ENTRY =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?|([0-9.]+)(?::[0-9]{1,5})?|(.*)");

    private final List<AddressRange> known;

    private ReverseProxies(List<AddressRange> known) {
        this.known = known;
    }

    public static ReverseProxies of(Settings settings) {
        return of(settings.text(Setting.EB_PROXY));
    }

    static ReverseProxies of(String addresses) {
        return new ReverseProxies(
                Settings.names(addresses).stream()
                        .flatMap(entry -> AddressRange.of(entry).stream())
                        .toList());
    }

    /**
     * @return whether the headers that came over a connection from there are to be looked at
     */
    public boolean include(InetAddress peer) {
        return peer != null && known.stream().anyMatch(range -> range.contains(peer));
    }

    /**
     * @param forwardedFor every {@code X-Forwarded-For} of a request, in their order
     * @return the caller as the known proxies saw it; empty when they say nothing usable
     */
    public Optional<InetAddress> caller(List<String> forwardedFor) {
        List<String> entries =
                new ArrayList<>(
                        forwardedFor.stream()
                                .flatMap(header -> Stream.of(header.split(",", -1)))
                                .map(String::strip)
                                .toList());
        Collections.reverse(entries);
        for (String entry : entries) {
            Optional<InetAddress> address = address(entry);
            if (address.isEmpty() || !include(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> address(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Stream.of(1, 2, 3)
                .map(parts::group)
                .filter(text -> text != null && !text.contains("/"))
                .findFirst()
                .flatMap(AddressRange::of)
                .map(AddressRange::network);
    }

    /**
     * @param forwardedProto every {@code X-Forwarded-Proto} of a request
     * @return {@code http} or {@code https}, when the proxy says one of them, once
     */
    public Optional<String> scheme(List<String> forwardedProto) {
        return forwardedProto.size() == 1
                ? Optional.of(forwardedProto.get(0).strip().toLowerCase(Locale.ROOT))
                        .filter(SCHEMES::contains)
                : Optional.empty();
    }

    /**
     * @return whether a text may stand in {@code EB_PROXY}; that everybody is a proxy may not
     */
    static boolean good(String addresses) {
        return Settings.names(addresses).stream()
                .allMatch(
                        entry ->
                                AddressRange.of(entry)
                                        .filter(range -> range.bits() > 0)
                                        .isPresent());
    }
}
