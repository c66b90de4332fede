package com.eazybackup.usage;

import com.eazybackup.whmcs.ClientId;

/**
 * An account of a client.
 *
 * @param username exactly as spelt
 */
public record AccountKey(ClientId client, String username) {}
