package com.eazybackup.access;

import java.io.Serializable;

/**
 * Somebody who can sign in.
 *
 * @param id {@code tblusers.id} of a customer, {@code eb_admins.id} of an administrator; the two
 *     overlap, so never without the role
 * @param duty what an administrator is; null for a customer, whose duty is another for each client
 */
public record Person(Role role, int id, String email, String name, Duty duty)
        implements Serializable {

    public Person {
        if ((role == Role.ADMIN) != (duty != null && duty.role() == Role.ADMIN)) {
            throw new IllegalArgumentException("an administrator has a duty, a customer has none");
        }
    }

    static Person customer(int id, String email, String name) {
        return new Person(Role.CUSTOMER, id, email, name, null);
    }

    static Person admin(int id, String email, String name, Duty duty) {
        return new Person(Role.ADMIN, id, email, name, duty);
    }
}
