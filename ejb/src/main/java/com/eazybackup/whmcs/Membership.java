package com.eazybackup.whmcs;

import java.util.Set;

/**
 * That a user may act for a client.
 *
 * @param owner whether the client is the user's own
 * @param permissions what WHMCS lets a user do who is not the owner, in WHMCS's own words, such as
 *     {@code products} or {@code manageproducts}
 */
public record Membership(
        ClientId client, String clientName, boolean owner, Set<String> permissions) {

    public Membership {
        permissions = Set.copyOf(permissions);
    }
}
