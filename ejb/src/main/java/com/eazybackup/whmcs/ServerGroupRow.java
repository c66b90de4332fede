package com.eazybackup.whmcs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Servers that sell the same; its name is the name of a Comet profile. */
@Entity
@Immutable
@Table(name = "tblservergroups")
class ServerGroupRow {

    @Id Integer id;

    String name;

    ServerGroupRow() {}
}
