package com.eazybackup.access;

import com.eazybackup.platform.Reference;
import com.eazybackup.whmcs.ClientId;
import java.util.Optional;

/**
 * One line of who did what. Never put a password or another secret into it.
 *
 * @param actor e-mail of the person; for a refused sign-in what was typed
 * @param role {@code customer}, {@code admin}, or {@code unknown} before anybody is known
 * @param client for whom, where it is about one
 * @param action such as {@code sign-in}
 * @param target what it was done to; may be empty
 * @param result such as {@code ok} or {@code refused}
 * @param reference of the error that the person saw, where there was one
 * @param address where the request came from
 * @param via the session or key that it was done with, such as {@code session 4hJ…}; may be empty
 */
public record AuditEntry(
        String actor,
        String role,
        Optional<ClientId> client,
        String action,
        String target,
        String result,
        Optional<Reference> reference,
        String address,
        String via) {

    static AuditEntry of(
            Caller caller,
            String action,
            String target,
            String result,
            Optional<Reference> reference,
            CallerAddress address) {
        return new AuditEntry(
                caller.email(),
                caller.role().code(),
                caller.chosen().map(ClientSummary::id),
                action,
                target,
                result,
                reference,
                address.text(),
                caller.pass().kind().code() + " " + caller.pass().id());
    }

    /** The same line about another client. */
    AuditEntry withClient(Optional<ClientId> other) {
        return new AuditEntry(actor, role, other, action, target, result, reference, address, via);
    }
}
