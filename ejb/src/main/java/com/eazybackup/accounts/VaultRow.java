package com.eazybackup.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A vault of the client.
 *
 * @param serviceId of WHMCS, of the user whose it is
 * @param type as Comet numbers it
 * @param typeName in the reader's language; Comet's own storage has the product's name
 * @param quotaBytes null for no quota of its own
 * @param sharedQuota whether a quota applies that it shares with others, which our tables do not
 *     have
 * @param percent of the quota, rounded down; null without one
 * @param billingTier whole tebibytes that are billed; 0 for none
 * @param billing {@code tier}, {@code included} (with the service), or {@code none}
 * @param measuredAt Unix seconds; null when it is not known
 */
public record VaultRow(
        String id,
        Integer serviceId,
        String username,
        String name,
        int type,
        String typeName,
        long storedBytes,
        Long quotaBytes,
        boolean sharedQuota,
        Integer percent,
        @JsonProperty("billing_tier_tib") int billingTier,
        String billing,
        VaultState state,
        Long measuredAt) {

    static VaultRow of(StoredVault vault, Integer service, String typeName) {
        int tier = vault.billingTier();
        String none = vault.managed() ? "included" : "none";
        return new VaultRow(
                vault.id(),
                service,
                vault.username(),
                vault.name(),
                vault.type(),
                typeName,
                vault.bytes(),
                vault.quota(),
                vault.shared(),
                vault.percent(),
                tier,
                tier > 0 ? "tier" : none,
                vault.state(),
                vault.measuredAt() > 0 ? vault.measuredAt() : null);
    }
}
