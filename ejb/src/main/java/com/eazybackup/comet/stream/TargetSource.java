package com.eazybackup.comet.stream;

import java.io.IOException;
import java.net.URI;

/** Says where to connect; asked before every attempt, so that new credentials are found. */
@FunctionalInterface
public interface TargetSource {

    /**
     * @throws NoTarget when nobody knows, or the one who does cannot be asked now
     */
    StreamTarget target() throws NoTarget;

    /**
     * Asked right before each connection and each knock.
     *
     * @throws IOException when the address may not be connected to, or its host has none
     */
    default void pass(URI address) throws IOException {
        // Whoever says where to connect to may leave it at that.
    }

    /** There is nowhere to connect to; the message says why and holds no secret. */
    class NoTarget extends Exception {

        public NoTarget(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
