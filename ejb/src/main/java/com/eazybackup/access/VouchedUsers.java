package com.eazybackup.access;

import com.eazybackup.whmcs.ClientDirectory;
import com.eazybackup.whmcs.WhmcsUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Finds the customer for whom a provider vouches: the one WHMCS user with exactly that address, who
 * may see some client's backups. Nobody whose address is an administrator's: those come in by their
 * own password and second factor alone.
 */
@ApplicationScoped
class VouchedUsers {

    private ClientDirectory directory;
    private Credentials credentials;
    private Admins admins;
    private Standings standings;

    VouchedUsers() {}

    @Inject
    VouchedUsers(
            ClientDirectory directory,
            Credentials credentials,
            Admins admins,
            Standings standings) {
        this.directory = directory;
        this.credentials = credentials;
        this.admins = admins;
        this.standings = standings;
    }

    Optional<Credentials.Finding.Known> find(String email) {
        if (admins.knows(email)) {
            return Optional.empty();
        }
        // The database finds more alike than there are: josé is not jose, and Turkish letters vary.
        List<WhmcsUser> users =
                directory.usersOf(email).stream()
                        .filter(user -> plain(user.email()).equals(plain(email)))
                        .toList();
        if (users.size() != 1) {
            return Optional.empty();
        }
        WhmcsUser user = users.get(0);
        List<ClientSummary> clients = credentials.clientsOf(user.id());
        Person person = Person.customer(user.id().value(), user.email(), user.name());
        return clients.isEmpty()
                ? Optional.empty()
                : standings
                        .of(person, clients)
                        .map(now -> new Credentials.Finding.Known(person, clients, now));
    }

    /** Of letters the Latin ones alone are the same in both cases. */
    private static String plain(String email) {
        StringBuilder text = new StringBuilder(email.length());
        email.strip()
                .chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter)
                .forEach(letter -> text.append((char) letter));
        return text.toString();
    }
}
