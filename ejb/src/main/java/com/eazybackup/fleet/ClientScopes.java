package com.eazybackup.fleet;

import com.eazybackup.whmcs.ActiveServices;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * What a client may see at this moment, by its active services in WHMCS. Asked for anew by every
 * request: a service that ends takes its rows with it.
 */
@ApplicationScoped
public class ClientScopes {

    private ActiveServices services;

    ClientScopes() {}

    @Inject
    public ClientScopes(ActiveServices services) {
        this.services = services;
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public ClientScope of(ClientId client) {
        try {
            return new ClientScope(client, services.of(client));
        } catch (PersistenceException e) {
            throw new FleetUnreadable(e);
        }
    }
}
