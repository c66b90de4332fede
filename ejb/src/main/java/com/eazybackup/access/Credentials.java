package com.eazybackup.access;

import com.eazybackup.platform.Reference;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.whmcs.ClientDirectory;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.UserStanding;
import com.eazybackup.whmcs.UserStandings;
import com.eazybackup.whmcs.ValidLogin;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsUser;
import com.eazybackup.whmcs.api.WhmcsApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out whose password this is.
 *
 * <p>Every refusal takes the same way: one hash, then one question to WHMCS. So neither the answer
 * nor its time tells an admin's address from a customer's or from nobody's. An admin's address is
 * an admin's only, disabled or not: its password never goes to WHMCS. Nor does anybody's where
 * customers come in through their provider alone.
 */
@ApplicationScoped
class Credentials {

    private static final Logger LOG = System.getLogger(Credentials.class.getName());

    private Admins admins;
    private WhmcsApi whmcs;
    private ClientDirectory clients;
    private UserStandings users;
    private boolean customersElsewhere;

    Credentials() {}

    @Inject
    Credentials(
            Admins admins,
            WhmcsApi whmcs,
            ClientDirectory clients,
            UserStandings users,
            Settings settings) {
        this.admins = admins;
        this.whmcs = whmcs;
        this.clients = clients;
        this.users = users;
        this.customersElsewhere = settings.on(Setting.EB_OIDC_ONLY);
    }

    /** Whose password it is. */
    sealed interface Finding {

        /**
         * @param clients whom a customer may act for
         * @param standing on what the session is to hang. Read before the password was looked at:
         *     what is changed meanwhile must end the session
         */
        record Known(Person person, List<ClientSummary> clients, Standing standing)
                implements Finding {}

        record Nobody() implements Finding {}

        record SecondFactorNeeded() implements Finding {}

        record Unreachable(Reference reference) implements Finding {}
    }

    Finding find(String email, String password) {
        Map<UserId, UserStanding> before = users.ofAddress(email);
        Admins.Answer answer = admins.check(email, password);
        if (answer.admin().isPresent()) {
            Admins.Admin admin = answer.admin().get();
            return new Finding.Known(admin.person(), List.of(), admin.standing());
        }
        try {
            return answer.known() || customersElsewhere
                    ? decoy()
                    : customer(email, password, before);
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

    private Finding customer(String email, String password, Map<UserId, UserStanding> before) {
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
        return Optional.ofNullable(before.get(user.get().id()))
                .map(standing -> person(user.get(), standing))
                .orElseGet(Finding.Nobody::new); // had another address a moment ago
    }

    private Finding person(WhmcsUser user, UserStanding before) {
        List<ClientSummary> their = clientsOf(user.id());
        return new Finding.Known(
                Person.customer(user.id().value(), user.email(), user.name()),
                their,
                Standing.ofCustomer(before, their));
    }

    /**
     * @return those whose backups WHMCS lets the user see
     */
    List<ClientSummary> clientsOf(UserId user) {
        return clients.clientsOf(user).stream()
                .map(ClientSummary::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
