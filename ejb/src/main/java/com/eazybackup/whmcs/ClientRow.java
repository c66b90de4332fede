package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A customer. Columns are named as WHMCS has them; see {@link ClientId}. */
@Entity
@Immutable
@Table(name = "tblclients")
class ClientRow {

    /** In SQL, with {@code c} for the client. WHMCS keeps closed clients and their users. */
    static final String OPEN = "(c.status IS NULL OR c.status <> 'Closed')";

    @Id Integer id;

    @Column(name = "companyname")
    String company;

    @Column(name = "firstname")
    String firstName;

    @Column(name = "lastname")
    String lastName;

    String status;

    ClientRow() {}

    /** The company, or the person where there is none, or the number where there is neither. */
    String name() {
        return name(id, company, firstName, lastName);
    }

    static String name(int id, String company, String firstName, String lastName) {
        if (!company.isBlank()) {
            return company.strip();
        }
        String person = (firstName + " " + lastName).strip();
        return person.isEmpty() ? "#" + id : person;
    }
}
