/**
 * {@code /api/account}, sessions and keys for programs: one's own sign-in, and the client's keys.
 * The rules are in {@code com.eazybackup.access}.
 */
package com.eazybackup.web.api.account;
