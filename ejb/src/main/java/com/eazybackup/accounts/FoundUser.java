package com.eazybackup.accounts;

/**
 * A user that was looked for.
 *
 * @param username exactly as spelt
 * @param accountName the display name; empty when none is known
 */
public record FoundUser(String username, String accountName) {}
