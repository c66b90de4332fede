package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** Which server is in which group; WHMCS gives this table no key, so both columns are it. */
@Entity
@Immutable
@Table(name = "tblservergroupsrel")
@IdClass(ServerInGroupRow.Key.class)
class ServerInGroupRow {

    /** A class, not a record: Hibernate 6.6 fills it field by field. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        Integer groupId;
        Integer serverId;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(groupId, key.groupId)
                    && Objects.equals(serverId, key.serverId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, serverId);
        }
    }

    @Id
    @Column(name = "groupid")
    Integer groupId;

    @Id
    @Column(name = "serverid")
    Integer serverId;

    ServerInGroupRow() {}
}
