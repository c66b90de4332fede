package com.eazybackup.comet.stream;

import com.eazybackup.comet.CometCredentials;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a stream is and how to sign in.
 *
 * @param address {@code ws://} or {@code wss://}
 * @param origin sent as header {@code Origin}
 * @param allowList appended as the server's filter of events, as it stands
 */
public record StreamTarget(
        URI address, String origin, CometCredentials credentials, Optional<String> allowList) {

    URI withFilter() {
        return allowList
                .map(list -> "allowList=" + URLEncoder.encode(list, StandardCharsets.UTF_8))
                .map(
                        query ->
                                URI.create(
                                        address + (address.getQuery() == null ? "?" : "&") + query))
                .orElse(address);
    }
}
