package com.eazybackup.fleet;

import com.eazybackup.whmcs.ActiveServices;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a client may see at this moment, by its active services in WHMCS. Asked for anew by every
 * request, and every few seconds for those who have a stream open: a service that ends or moves to
 * another client takes its rows with it.
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

    /**
     * The same for many clients, with one query.
     *
     * @return an entry for each client
     * @throws FleetUnreadable when the database does not answer
     */
    public Map<ClientId, ClientScope> of(Set<ClientId> clients) {
        try {
            Map<ClientId, ClientScope> scopes = new HashMap<>();
            services.of(clients)
                    .forEach((client, found) -> scopes.put(client, new ClientScope(client, found)));
            return scopes;
        } catch (PersistenceException e) {
            throw new FleetUnreadable(e);
        }
    }
}
