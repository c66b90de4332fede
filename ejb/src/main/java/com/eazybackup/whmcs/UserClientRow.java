package com.eazybackup.whmcs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Not documented how the words are kept apart: as a list with commas, or as JSON. */
    String permissions;

    UserClientRow() {}

    /** The words, whatever stands between them. */
    static Set<String> words(String stored) {
        return stored == null
                ? Set.of()
                : Arrays.stream(stored.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
