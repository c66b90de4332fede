package com.eazybackup.access.oidc;

import java.util.Map;
import java.util.Optional;

/** Finds the e-mail address in what the provider says, and decides whether it may be believed. */
record AddressClaim(String name, boolean trusted) {

    private static final int LONGEST = 254;

    /**
     * @return empty when these claims have no address
     * @throws OpenIdTrouble when there is one that nobody has verified
     */
    Optional<String> in(Map<String, ?> claims) throws OpenIdTrouble {
        if (!(claims.get(name) instanceof String address) || address.isBlank()) {
            return Optional.empty();
        }
        if (address.length() > LONGEST || !address.contains("@")) {
            throw OpenIdTrouble.refused("the claim " + name + " holds no e-mail address");
        }
        if (!trusted && !verified(claims.get("email_verified"))) {
            throw OpenIdTrouble.refused("the e-mail address is not verified");
        }
        return Optional.of(address.strip());
    }

    /** Some providers write the truth value as a text. */
    private static boolean verified(Object said) {
        return Boolean.TRUE.equals(said) || "true".equals(said);
    }
}
