package com.eazybackup.access;

import com.eazybackup.platform.Reference;
import com.eazybackup.whmcs.ClientDirectory;
import com.eazybackup.whmcs.Membership;
import com.eazybackup.whmcs.ValidLogin;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsUser;
import com.eazybackup.whmcs.api.WhmcsApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out whose password this is.
 *
 * <p>Every refusal takes the same way: one hash, then one question to WHMCS. So neither the answer
 * nor its time tells an admin's address from a customer's or from nobody's. An admin's address is
 * an admin's only: its password never goes to WHMCS.
 */
@ApplicationScoped
class Credentials {

    private static final Logger LOG = System.getLogger(Credentials.class.getName());

    private Admins admins;
    private WhmcsApi whmcs;
    private ClientDirectory clients;

    Credentials() {}

    @Inject
    Credentials(Admins admins, WhmcsApi whmcs, ClientDirectory clients) {
        this.admins = admins;
        this.whmcs = whmcs;
        this.clients = clients;
    }

    /** Whose password it is. */
    sealed interface Finding {

        record Person(Role role, int userId, String email, String name, List<ClientSummary> clients)
                implements Finding {}

        record Nobody() implements Finding {}

        record SecondFactorNeeded() implements Finding {}

        record Unreachable(Reference reference) implements Finding {}
    }

    Finding find(String email, String password) {
        Admins.Answer answer = admins.check(email, password);
        if (answer.admin().isPresent()) {
            Admins.Admin admin = answer.admin().get();
            return new Finding.Person(
                    Role.ADMIN, admin.id(), admin.email(), admin.name(), List.of());
        }
        try {
            return answer.known() ? decoy() : customer(email, password);
        } catch (WhmcsException e) {
            Reference reference = Reference.next();
            LOG.log(Level.ERROR, reference + " Nobody can be checked at the door", e);
            return new Finding.Unreachable(reference);
        }
    }

    private Finding decoy() {
        whmcs.validateLogin(UUID.randomUUID() + "@invalid", UUID.randomUUID().toString());
        return new Finding.Nobody();
    }

    private Finding customer(String email, String password) {
        Optional<ValidLogin> login = whmcs.validateLogin(email, password);
        if (login.isEmpty()) {
            return new Finding.Nobody();
        }
        if (login.get().secondFactor()) {
            return new Finding.SecondFactorNeeded();
        }
        Optional<WhmcsUser> user = clients.user(login.get().user());
        // WHMCS before version 8 answers a client's number here; that must never pass for a user's.
        if (user.isEmpty() || !user.get().email().strip().equalsIgnoreCase(email)) {
            LOG.log(
                    Level.ERROR,
                    "WHMCS let user {0} in, but tblusers has another address for that number",
                    login.get().user());
            return new Finding.Nobody();
        }
        return person(user.get());
    }

    private Finding person(WhmcsUser user) {
        return new Finding.Person(
                Role.CUSTOMER, user.id().value(), user.email(), user.name(), clientsOf(user));
    }

    private List<ClientSummary> clientsOf(WhmcsUser user) {
        return clients.clientsOf(user.id()).stream().map(Credentials::summary).toList();
    }

    static ClientSummary summary(Membership membership) {
        return new ClientSummary(membership.client(), membership.clientName());
    }
}
