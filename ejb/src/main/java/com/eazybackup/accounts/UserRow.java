package com.eazybackup.accounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A user: an account on a Comet Server that the client pays for.
 *
 * @param serviceId of WHMCS
 * @param username exactly as spelt
 * @param accountName the display name; empty when none is known
 * @param emails whom reports are mailed to; null for a reader who may not know them
 * @param devices without revoked ones
 * @param vaults that there are now
 * @param storageBytes what its vaults of the provider's kinds hold (S3-compatible and Comet)
 * @param m365Quota Microsoft 365 accounts that may be protected; 0 for no limit, null when no
 *     profile has been read yet
 * @param m365Accounts those that the last backups protected
 * @param fullVaults how many of its vaults take no more
 */
public record UserRow(
        Integer serviceId,
        String username,
        String accountName,
        List<String> emails,
        EmailReports emailReports,
        int devices,
        int items,
        int vaults,
        long storageBytes,
        @JsonProperty("hyperv_guests") int hyperVGuests,
        @JsonProperty("vmware_guests") int vmwareGuests,
        int proxmoxGuests,
        @JsonProperty("m365_quota") Integer m365Quota,
        @JsonProperty("m365_accounts") int m365Accounts,
        int fullVaults) {

    /**
     * @return whether more Microsoft 365 accounts are protected than may be
     */
    @JsonProperty("m365_over")
    public boolean overOfficeQuota() {
        return m365Quota != null && m365Quota > 0 && m365Accounts > m365Quota;
    }

    /** The same, for a reader who may not know whom reports are mailed to. */
    UserRow withoutEmails() {
        return new UserRow(
                serviceId,
                username,
                accountName,
                null,
                emailReports,
                devices,
                items,
                vaults,
                storageBytes,
                hyperVGuests,
                vmwareGuests,
                proxmoxGuests,
                m365Quota,
                m365Accounts,
                fullVaults);
    }

    /**
     * @return whether something is at its end: a vault is full, or a quota is passed
     */
    @JsonIgnore
    public boolean atLimit() {
        return fullVaults > 0 || overOfficeQuota();
    }
}
