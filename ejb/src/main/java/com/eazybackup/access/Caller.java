package com.eazybackup.access;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in, as the session keeps it.
 *
 * <p>Limit: {@code clients} is what WHMCS said at sign-in or at the last choice of a client; a
 * membership that WHMCS ends later holds until then.
 *
 * @param userId {@code tblusers.id} of a customer, {@code eb_admins.id} of an admin
 * @param clients whom the caller may act for; none for an admin
 * @param client the one acted for now, null while none is chosen; read it through {@link #chosen()}
 * @param csrf secret of this session that writes must repeat
 */
public record Caller(
        int userId,
        String email,
        String name,
        Role role,
        List<ClientSummary> clients,
        ClientSummary client,
        String csrf)
        implements Serializable {

    public Caller {
        clients = List.copyOf(clients);
        if (client != null && !clients.contains(client)) {
            throw new IllegalArgumentException("the chosen client is none of the caller's");
        }
    }

    /**
     * @return the client acted for; empty for an admin, and for a customer of several clients who
     *     has not chosen yet
     */
    public Optional<ClientSummary> chosen() {
        return Optional.ofNullable(client);
    }

    /** The same caller, acting for one of the clients given, which are fresh from WHMCS. */
    Caller actingFor(ClientSummary choice, List<ClientSummary> now) {
        return new Caller(userId, email, name, role, now, choice, csrf);
    }

    /** Leaves the CSRF token out: a caller may be logged. */
    @Override
    public String toString() {
        return "Caller[" + role.code() + " " + userId + ", client " + client + "]";
    }
}
