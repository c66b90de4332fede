package com.eazybackup.access;

import java.time.Instant;

/**
 * An invitation that was neither used nor revoked.
 *
 * @param by who invited
 * @param over whether its time has passed
 */
public record OpenInvite(
        int id, String email, Duty duty, String by, Instant made, Instant expires, boolean over) {}
