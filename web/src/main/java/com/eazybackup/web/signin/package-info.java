/**
 * Coming in, choosing a client, going out: the pages around a session. The rules are in {@code
 * com.eazybackup.access}.
 */
package com.eazybackup.web.signin;
