package com.eazybackup.comet;

import java.net.URI;

/**
 * Where a Comet Server is.
 *
 * @param origin scheme, host and port, without a trailing slash
 */
public record CometServerAddress(URI origin) {

    private static final String STREAM = "/api/v1/events/stream";

    public CometServerAddress {
        String scheme = origin.getScheme();
        if (origin.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "A Comet Server's address is http(s)://host, not " + origin);
        }
        origin = URI.create(origin.toString().replaceAll("/+$", ""));
    }

    /**
     * @param path such as {@code /api/v1/admin/meta/version}
     */
    URI at(String path) {
        return URI.create(origin + path);
    }

    /**
     * @return the address of the live stream
     */
    public URI stream() {
        return URI.create(origin.toString().replaceFirst("^http", "ws") + STREAM);
    }

    /**
     * The server that a stream's address belongs to.
     *
     * @param stream {@code ws://} or {@code wss://}
     */
    public static CometServerAddress ofStream(URI stream) {
        String origin = stream.toString().replaceFirst("^ws", "http");
        return new CometServerAddress(URI.create(origin).resolve("/"));
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
