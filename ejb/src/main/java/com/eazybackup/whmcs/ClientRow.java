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

    @Id Integer id;

    @Column(name = "companyname")
    String company;

    @Column(name = "firstname")
    String firstName;

    @Column(name = "lastname")
    String lastName;

    ClientRow() {}

    /** The company, or the person where there is none, or the number where there is neither. */
    String name() {
        if (!company.isBlank()) {
            return company.strip();
        }
        String person = (firstName + " " + lastName).strip();
        return person.isEmpty() ? "#" + id : person;
    }
}
