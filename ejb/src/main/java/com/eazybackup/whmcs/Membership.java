package com.eazybackup.whmcs;

/**
 * That a user may act for a client.
 *
 * @param owner whether the client is the user's own
 */
public record Membership(ClientId client, String clientName, boolean owner) {}
