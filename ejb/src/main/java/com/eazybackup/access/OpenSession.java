package com.eazybackup.access;

import java.time.Instant;

/**
 * A session that is not over, as its owner sees it.
 *
 * @param id not the cookie's: it opens nothing
 * @param seen when something was asked with it last, half a minute exact
 */
public record OpenSession(
        String id, Instant began, Instant seen, String address, String agent, boolean provider) {}
