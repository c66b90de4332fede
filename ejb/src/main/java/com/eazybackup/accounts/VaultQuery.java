package com.eazybackup.accounts;

import java.util.Optional;

/**
 * Which vaults, in which order.
 *
 * @param page from 1
 * @param text looked for in account, name and type, in any case and with or without accents; empty
 *     for all
 * @param down whether the greatest come first
 */
public record VaultQuery(
        int page,
        int size,
        String text,
        Optional<VaultState> state,
        VaultColumn sort,
        boolean down) {}
