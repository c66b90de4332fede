package com.eazybackup.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows that some users have of one kind of thing, to be held against what their complete
 * profiles list.
 *
 * @param <S> a row as far as it can change
 */
final class Inventory<S> {

    /** Makes one row of what the statement selects behind id, client and user name. */
    interface RowReader<S> {
        S read(ResultSet row) throws SQLException;
    }

    /** Takes one thing that a profile lists; {@code known} is null when there is no row. */
    interface Listed<S, C> {
        void take(OwnedProfile profile, String id, C config, S known);
    }

    private final Map<String, Map<String, S>> byUser = new HashMap<>();

    private Inventory() {}

    /**
     * @param select of id, client_id, username and more; ends in {@code username IN }
     */
    static <S> Inventory<S> read(
            Connection connection, String select, List<OwnedProfile> profiles, RowReader<S> reader)
            throws SQLException {
        Inventory<S> inventory = new Inventory<>();
        Lookup.each(
                connection,
                select,
                profiles.stream().map(OwnedProfile::username).toList(),
                row ->
                        inventory
                                .byUser
                                .computeIfAbsent(
                                        user(row.getInt(2), row.getString(3)),
                                        user -> new HashMap<>())
                                .put(row.getString(1), reader.read(row)));
        return inventory;
    }

    /**
     * Shows each thing that the profiles list, with its row.
     *
     * @return ids of the rows that no profile lists; one that moved to another of these users is
     *     listed
     */
    <C> Set<String> compare(
            List<OwnedProfile> profiles,
            Function<OwnedProfile, Map<String, C>> configs,
            Listed<S, C> listed) {
        Set<String> gone = new HashSet<>();
        Set<String> present = new HashSet<>();
        for (OwnedProfile profile : profiles) {
            Map<String, S> known =
                    byUser.getOrDefault(user(profile.client(), profile.username()), Map.of());
            Set<String> own = new HashSet<>();
            configs.apply(profile)
                    .forEach(
                            (key, config) -> {
                                String id = Fit.to(Fit.GUID, key);
                                own.add(id);
                                listed.take(profile, id, config, known.get(id));
                            });
            known.keySet().stream().filter(id -> !own.contains(id)).forEach(gone::add);
            present.addAll(own);
        }
        gone.removeAll(present);
        return gone;
    }

    private static String user(int client, String username) {
        return client + "/" + username;
    }
}
