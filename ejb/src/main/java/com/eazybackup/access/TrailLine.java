package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the audit trail, as it is read.
 *
 * @param actor e-mail of the person; of a refused sign-in what was typed; empty for an
 *     administrator, as a client sees it
 * @param name of an administrator who still has an account; empty for everybody else
 * @param role {@code customer}, {@code admin} or {@code unknown}
 * @param action a code, perhaps one of another version
 * @param reference of an error, empty where there was none
 * @param via the session or key that it was done with
 */
public record TrailLine(
        long id,
        Instant at,
        String actor,
        String name,
        String role,
        Optional<ClientId> client,
        String action,
        String target,
        String result,
        String reference,
        String address,
        String via) {

    /**
     * As the client sees it: that the portal's support was there, who by name, and why. Where its
     * people sit and at what address they take mail is not the client's.
     */
    TrailLine forClient() {
        return role.equals(Role.ADMIN.code())
                ? new TrailLine(
                        id, at, "", name, role, client, action, target, result, reference, "", "")
                : this;
    }

    TrailPlace place() {
        return new TrailPlace(at.toEpochMilli(), id);
    }
}
