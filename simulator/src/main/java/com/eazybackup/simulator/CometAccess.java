package com.eazybackup.simulator;

import java.net.URI;

/**
 * How an administrator reaches a Comet Server.
 *
 * @param origin scheme, host and port, no path
 */
public record CometAccess(URI origin, String username, String password) {}
