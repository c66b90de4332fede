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
 */
public record AuditEntry(
        String actor,
        String role,
        Optional<ClientId> client,
        String action,
        String target,
        String result,
        Optional<Reference> reference,
        String address) {}
