package com.eazybackup.web.api;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.Duty;
import com.eazybackup.access.Pass;
import com.eazybackup.access.Permission;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in, as programs see it.
 *
 * @param client the one acted for, null while none is chosen
 * @param viewing null unless an administrator looks at that client's portal
 * @param csrf for the header of writes; programs with a key need none
 * @param token null for a session
 */
record SessionAnswer(
        User user,
        Client client,
        List<Client> clients,
        Viewing viewing,
        @JsonInclude(JsonInclude.Include.NON_NULL) String csrf,
        @JsonInclude(JsonInclude.Include.NON_NULL) Token token) {

    /**
     * @param duty what the person is: for the client acted for, or as an administrator; null while
     *     no client is chosen
     */
    record User(String email, String name, String role, String duty) {}

    /**
     * @param duty what the person is for this client
     */
    record Client(int id, String name, String duty) {

        static Client of(ClientSummary summary) {
            return new Client(summary.id().value(), summary.name(), summary.duty().code());
        }
    }

    /** The key that a program came with, and what it may. */
    record Token(long id, List<String> scope) {

        static Token of(Pass pass) {
            return new Token(
                    Long.parseLong(pass.id()),
                    pass.scope().stream().map(Permission::code).sorted().toList());
        }
    }

    /**
     * @param until Unix seconds; then it ends by itself
     */
    record Viewing(long until) {}

    static SessionAnswer of(Caller caller, Optional<Instant> viewingUntil) {
        return new SessionAnswer(
                new User(
                        caller.email(),
                        caller.name(),
                        caller.role().code(),
                        caller.duty().map(Duty::code).orElse(null)),
                caller.chosen().map(Client::of).orElse(null),
                caller.clients().stream().map(Client::of).toList(),
                viewingUntil.map(until -> new Viewing(until.getEpochSecond())).orElse(null),
                caller.program() ? null : caller.csrf(),
                caller.program() ? Token.of(caller.pass()) : null);
    }
}
