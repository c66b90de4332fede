package com.eazybackup.comet;

import java.io.IOException;
import java.net.URI;

/** Asked right before each request and connection whether it may be made to that address. */
@FunctionalInterface
public interface AddressGate {

    /** Lets everything through: for addresses that are the operator's own word. */
    AddressGate OPEN = address -> {};

    /**
     * @throws IOException when nothing may be sent there, or the host has no address; the message
     *     holds no secret
     */
    void pass(URI address) throws IOException;
}
