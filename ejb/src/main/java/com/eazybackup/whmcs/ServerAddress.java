package com.eazybackup.whmcs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes an address of what operators type into WHMCS's server form. */
final class ServerAddress {

    // WHMCS writes "on"; imports and older versions wrote the others.
    private static final Set<String> SECURE = Set.of("1", "on", "true");
    private static final int HIGHEST_PORT = 65_535;

    private ServerAddress() {}

    /**
     * @param host with or without a scheme and a slash at the end, both of which are ignored:
     *     {@code secure} decides
     * @param port null or 0 for the scheme's own
     */
    static Optional<URI> origin(String host, String secure, Integer port) {
        String bare = bare(host);
        String scheme =
                secure != null && SECURE.contains(secure.strip().toLowerCase(Locale.ROOT))
                        ? "https"
                        : "http";
        boolean ownPort = port != null && port > 0 && port <= HIGHEST_PORT;
        try {
            URI origin = new URI(scheme + "://" + bare + (ownPort ? ":" + port : ""));
            boolean usable = origin.getHost() != null && origin.getPath().isEmpty();
            return usable ? Optional.of(origin) : Optional.empty();
        } catch (URISyntaxException notAHost) {
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        String text = host == null ? "" : host.strip();
        int scheme = text.indexOf("://");
        text = scheme < 0 ? text : text.substring(scheme + 3);
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }
}
