package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What a service is of. */
@Entity
@Immutable
@Table(name = "tblproducts")
class ProductRow {

    @Id Integer id;

    @Column(name = "gid")
    Integer productGroupId;

    String name;

    @Column(name = "servertype")
    String serverType;

    @Column(name = "servergroup")
    Integer serverGroupId;

    ProductRow() {}
}
