package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** That a user may act for a client. */
@Entity
@Immutable
@Table(name = "tblusers_clients")
class UserClientRow {

    @Id Integer id;

    @Column(name = "auth_user_id")
    Integer userId;

    @Column(name = "client_id")
    Integer clientId;

    Integer owner;

    UserClientRow() {}
}
