package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Somebody who signs in. */
@Entity
@Immutable
@Table(name = "tblusers")
class UserRow {

    @Id Integer id;

    String email;

    @Column(name = "first_name")
    String firstName;

    @Column(name = "last_name")
    String lastName;

    UserRow() {}

    String name() {
        return name(firstName, lastName, email);
    }

    static String name(String firstName, String lastName, String email) {
        String person = (firstName + " " + lastName).strip();
        return person.isEmpty() ? email : person;
    }
}
