package com.eazybackup.whmcs;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import java.util.Optional;

/**
 * A Comet service that a client pays for now.
 *
 * @param managed whether its product is one for Microsoft 365 ({@code EB_M365_PRODUCTS}): the
 *     provider looks after its vaults, nobody else changes them
 * @param username exact case: on the Comet Server {@code Acme} and {@code acme} are two accounts
 * @param profile the server group of the service's server; empty when WHMCS has the service on no
 *     server that is in a group
 */
public record ActiveService(
        ServiceId id,
        CometUsername username,
        String product,
        boolean managed,
        Optional<ProfileName> profile) {}
