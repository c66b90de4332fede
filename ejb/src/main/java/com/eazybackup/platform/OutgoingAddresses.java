package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the portal may connect to when the address is not the operator's own word: one that stands
 * in WHMCS's tables, or that somebody typed into a form. Such an address may not lead into the
 * network that the portal stands in, where it could reach what the one who typed it cannot.
 *
 * <p>Refused are schemes other than {@code http}, {@code https}, {@code ws} and {@code wss}, user
 * names in an address, and every host of whose addresses one is loopback, link-local (the metadata
 * of clouds), private, multicast, reserved, or an IPv6 form that carries one of those. All
 * addresses of a name count, not the first alone. {@code EB_OUTGOING_ALLOW} lists exceptions: a
 * host by its name, addresses by themselves or by range. Addresses in the environment ({@code
 * COMET_…}, {@code EB_WHMCS_API_URL}) are the operator's own and are not asked about.
 *
 * <p>Use: ask right before each request or connection. A name that is answered differently the next
 * time (rebinding) gains nothing: the JVM keeps an answer ({@code networkaddress.cache.ttl}, 30
 * seconds unless somebody changed it), so that the connection which follows at once gets the
 * addresses that were looked at. A connection that is kept stays with the address it has.
 *
 * <p>Limits: an answer may grow too old in the instant between the look and the connection, and
 * with a cache time of 0 nothing is promised. Redirects are not seen here: clients must not follow
 * them, and none of the portal's does.
 */
@ApplicationScoped
public class OutgoingAddresses {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    /** How names become addresses; tests have another. */
    @FunctionalInterface
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private List<String> hosts;
    private List<AddressRange> ranges;
    private Names names;

    OutgoingAddresses() {}

    @Inject
    OutgoingAddresses(Settings settings) {
        this(settings.text(Setting.EB_OUTGOING_ALLOW), InetAddress::getAllByName);
    }

    OutgoingAddresses(String allowed, Names names) {
        List<String> entries = Settings.names(allowed);
        this.ranges = entries.stream().flatMap(entry -> AddressRange.of(entry).stream()).toList();
        this.hosts =
                entries.stream()
                        .filter(entry -> AddressRange.of(entry).isEmpty())
                        .map(OutgoingAddresses::plain)
                        .toList();
        this.names = names;
    }

    /** For what is put together by hand. */
    public static OutgoingAddresses of(Settings settings) {
        return new OutgoingAddresses(settings);
    }

    /**
     * Asks for the addresses of a host and looks at each.
     *
     * @throws AddressRefused with a sentence for the operator, when one of them may not be
     *     connected to or the address is of no kind that the portal speaks
     * @throws UnknownHostException when the name has no address
     */
    public void check(URI address) throws AddressRefused, UnknownHostException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new AddressRefused("An address of the scheme \"" + scheme + "\" is not used.");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw new AddressRefused("An address names a host and no user.");
        }
        String host = plain(address.getHost());
        if (hosts.contains(host)) {
            return;
        }
        for (InetAddress one : names.resolve(host)) {
            Optional<String> kind = InternalRanges.kind(one);
            if (kind.isPresent() && ranges.stream().noneMatch(range -> range.contains(one))) {
                throw new AddressRefused(
                        "%s is not connected to: its address %s is %s. If that is meant, EB_OUTGOING_ALLOW must list it."
                                .formatted(host, one.getHostAddress(), kind.get()));
            }
        }
    }

    /** A name as it is compared: small letters, no dot at the end, no brackets. */
    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("\\.$|^\\[|]$", "");
    }

    /**
     * @return whether a text may stand in {@code EB_OUTGOING_ALLOW}
     */
    static boolean good(String allowed) {
        return Settings.names(allowed).stream()
                .allMatch(
                        entry ->
                                AddressRange.of(entry).isPresent()
                                        || entry.matches(
                                                "(?=.*[A-Za-z])[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}"));
    }
}
