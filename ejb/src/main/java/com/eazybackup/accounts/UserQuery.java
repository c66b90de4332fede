package com.eazybackup.accounts;

/**
 * Which users, in which order.
 *
 * @param page from 1
 * @param text looked for in user name, account name and e-mail addresses, in any case and with or
 *     without accents; empty for all
 * @param atLimit only those that have reached a limit
 * @param down whether the greatest come first
 * @param emails whether the reader may know e-mail addresses: otherwise they are neither told nor
 *     looked through, nor do they give the order
 */
public record UserQuery(
        int page,
        int size,
        String text,
        boolean atLimit,
        UserColumn sort,
        boolean down,
        boolean emails) {}
