package com.eazybackup.whmcs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A Comet Server as the operator entered it; the password is closed with WHMCS's own key. */
@Entity
@Immutable
@Table(name = "tblservers")
class ServerRow {

    @Id Integer id;

    String hostname;

    String username;

    String password;

    String secure;

    Integer port;

    ServerRow() {}
}
