package com.eazybackup.web.api;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import java.util.List;

/**
 * Who is signed in, as programs see it.
 *
 * @param client the one acted for, null while none is chosen
 * @param csrf for the header of writes
 */
record SessionAnswer(User user, Client client, List<Client> clients, String csrf) {

    record User(String email, String name, String role) {}

    record Client(int id, String name) {

        static Client of(ClientSummary summary) {
            return new Client(summary.id().value(), summary.name());
        }
    }

    static SessionAnswer of(Caller caller) {
        return new SessionAnswer(
                new User(caller.email(), caller.name(), caller.role().code()),
                caller.chosen().map(Client::of).orElse(null),
                caller.clients().stream().map(Client::of).toList(),
                caller.csrf());
    }
}
