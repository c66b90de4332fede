package com.eazybackup.fleet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What jobs worked on, by name. Kept for a while: those who look at incidents ask for the same ones
 * each second.
 *
 * <p>Cost: one query for those that are not kept; none when all are. Limit: a new name of an item
 * or vault is up to {@link #KEPT} late; one that is not known yet is looked for each time.
 */
final class JobNames {

    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST = 20_000;

    private static final String NAMES =
            "SELECT n.id, i.name, v.name FROM comet_jobs n"
                    + " LEFT JOIN comet_items i ON i.id = n.comet_item_id AND i.client_id = ?"
                    + " LEFT JOIN comet_vaults v ON v.id = n.comet_vault_id AND v.client_id = ?"
                    + " WHERE n.client_id = ? AND n.id IN ";

    /** Empty what is not known. */
    record Names(String item, String vault) {

        static final Names NONE = new Names("", "");

        boolean have(SearchedWords words) {
            return words.in(SearchedText.of(item, vault));
        }

        private boolean complete() {
            return !item.isEmpty() && !vault.isEmpty();
        }
    }

    private record Key(int client, String job) {}

    private final DataSource database;
    private final Cache<Key, Names> kept;

    JobNames(DataSource database, Clock clock) {
        this.database = database;
        this.kept =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(KEPT)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /**
     * @param jobs Comet's ids
     * @return those of them that are known and the client's, by id
     * @throws FleetUnreadable when the database does not answer
     */
    Map<String, Names> of(ClientScope scope, Collection<String> jobs) {
        int client = scope.client().value();
        Map<String, Names> names = new HashMap<>();
        for (String job : jobs) {
            Names known = kept.getIfPresent(new Key(client, job));
            if (known != null) {
                names.put(job, known);
            }
        }
        List<String> unknown = jobs.stream().filter(job -> !names.containsKey(job)).toList();
        if (!unknown.isEmpty()) {
            read(client, unknown, names);
        }
        return names;
    }

    private void read(int client, List<String> jobs, Map<String, Names> names) {
        SqlQuery query = new SqlQuery().add(NAMES, client, client, client).in(jobs);
        try (Connection connection = database.getConnection()) {
            query.list(connection, row -> names.put(row.getString(1), names(row)));
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
        for (String job : jobs) {
            Names found = names.get(job);
            if (found != null && found.complete()) {
                kept.put(new Key(client, job), found);
            }
        }
    }

    private static Names names(ResultSet row) throws SQLException {
        String item = row.getString(2);
        String vault = row.getString(3);
        return new Names(item == null ? "" : item, vault == null ? "" : vault);
    }
}
