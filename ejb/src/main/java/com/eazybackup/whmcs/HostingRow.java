package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A service that a client buys. */
@Entity
@Immutable
@Table(name = "tblhosting")
class HostingRow {

    @Id Integer id;

    @Column(name = "userid")
    Integer clientId;

    @Column(name = "packageid")
    Integer productId;

    @Column(name = "server")
    Integer serverId;

    @Column(name = "domainstatus")
    String status;

    String username;

    HostingRow() {}
}
