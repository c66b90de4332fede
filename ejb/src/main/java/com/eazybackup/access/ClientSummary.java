package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.Membership;
import java.io.Serializable;
import java.util.Optional;

/**
 * A client that a caller may act for, as the chooser shows it.
 *
 * @param duty what the caller is for this client
 */
public record ClientSummary(ClientId id, String name, Duty duty) implements Serializable {

    /**
     * @return empty when the membership shows no backups
     */
    static Optional<ClientSummary> of(Membership membership) {
        return Duty.of(membership)
                .map(duty -> new ClientSummary(membership.client(), membership.clientName(), duty));
    }
}
