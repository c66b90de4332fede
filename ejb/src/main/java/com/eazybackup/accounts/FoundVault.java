package com.eazybackup.accounts;

/**
 * A vault that was looked for.
 *
 * @param id Comet's
 * @param typeName in the reader's language
 */
public record FoundVault(String id, String name, String username, String typeName) {}
