package com.eazybackup.whmcs;

/**
 * A Comet user name that belongs to a client.
 *
 * @param client whose it is
 * @param username as it is stored; rows are written with this spelling, whatever an event said
 */
public record CometUser(ClientId client, String username) {}
