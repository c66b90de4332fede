package com.eazybackup.simulator.openid;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A client of the provider.
 *
 * @param redirects the only addresses that answers go to
 * @param backChannel where logout tokens are posted
 * @param afterSignOut the only address that a browser is sent back to
 */
public record Registration(
        String id,
        String secret,
        Set<URI> redirects,
        Optional<URI> backChannel,
        Optional<URI> afterSignOut) {}
