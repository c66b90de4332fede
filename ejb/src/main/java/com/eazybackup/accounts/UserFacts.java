package com.eazybackup.accounts;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.SqlQuery;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What four tables say of a client's users, put together by the exact name. */
final class UserFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROFILES =
            "SELECT u.username, u.comet_server_id, u.account_name, s.emails, s.email_reports,"
                    + " s.m365_quota FROM comet_users u"
                    + " LEFT JOIN eb_user_settings s ON s.id = u.id WHERE u.client_id = ? AND ";

    private static final String DEVICES =
            "SELECT MIN(username), COUNT(*) FROM comet_devices WHERE client_id = ?"
                    + " AND revoked_at IS NULL AND ";

    // Of the description only what the count needs: it is large.
    // MySQL fails the whole statement for one row that is no JSON; MariaDB gives NULL.
    private static final String ITEMS =
            "SELECT username, type,"
                    + " IF(JSON_VALID(content), JSON_EXTRACT(content, '$.Statistics'), NULL)"
                    + " FROM comet_items"
                    + " WHERE client_id = ? AND ";

    private final ClientScope scope;

    UserFacts(ClientScope scope) {
        this.scope = scope;
    }

    /**
     * @param emails null when no profile has been read yet
     */
    private record Profile(
            String username,
            String server,
            String accountName,
            List<String> emails,
            boolean reports,
            Integer quota) {

        /** Empty when none is known. */
        String name() {
            return accountName == null ? "" : accountName;
        }

        List<String> known() {
            return emails == null ? List.of() : emails;
        }
    }

    /**
     * @param accountName empty when none is known
     */
    record Named(String username, String accountName, List<String> emails) {}

    private record Counted(String username, int count) {}

    private record Items(int count, ProtectedCount contents) {

        static final Items NONE = new Items(0, ProtectedCount.NOTHING);

        Items plus(Items more) {
            return new Items(count + more.count, contents.plus(more.contents));
        }
    }

    private record Item(String username, Items one) {}

    List<UserRow> read(Connection connection) throws SQLException {
        Map<String, Profile> profiles = profiles(connection);
        Map<String, Integer> devices = new HashMap<>();
        of(DEVICES)
                .add(" GROUP BY CAST(username AS BINARY)")
                .list(connection, row -> new Counted(row.getString(1), row.getInt(2)))
                .forEach(user -> devices.put(user.username(), user.count()));
        Map<String, Items> items = new HashMap<>();
        of(ITEMS)
                .list(
                        connection,
                        row ->
                                new Item(
                                        row.getString(1),
                                        new Items(
                                                1,
                                                ProtectedCount.of(
                                                        row.getString(2), tree(row.getString(3))))))
                .forEach(item -> items.merge(item.username(), item.one(), Items::plus));
        Map<String, Held> vaults = new HashMap<>();
        new VaultTable(scope)
                .read(connection)
                .forEach(vault -> vaults.merge(vault.username(), Held.of(vault), Held::plus));
        List<UserRow> rows = new ArrayList<>();
        for (String name : scope.usernames()) {
            rows.add(
                    row(
                            name,
                            profiles.get(name),
                            devices.getOrDefault(name, 0),
                            items.getOrDefault(name, Items.NONE),
                            vaults.getOrDefault(name, Held.NOTHING)));
        }
        return rows;
    }

    /** Everybody by name: one query. */
    List<Named> named(Connection connection) throws SQLException {
        Map<String, Profile> profiles = profiles(connection);
        return scope.usernames().stream().map(name -> named(name, profiles.get(name))).toList();
    }

    private static Named named(String name, Profile profile) {
        return profile == null
                ? new Named(name, "", List.of())
                : new Named(name, profile.name(), profile.known());
    }

    private UserRow row(String name, Profile profile, int devices, Items items, Held held) {
        boolean read = profile != null && profile.emails() != null;
        return new UserRow(
                scope.serviceOf(name),
                name,
                profile == null ? "" : profile.name(),
                read ? profile.emails() : List.of(),
                read ? EmailReports.of(profile.emails(), profile.reports()) : EmailReports.UNKNOWN,
                devices,
                items.count(),
                held.vaults(),
                held.billedBytes(),
                items.contents().hyperV(),
                items.contents().vmware(),
                items.contents().proxmox(),
                read ? profile.quota() : null,
                items.contents().officeAccounts(),
                held.full());
    }

    /** Of several rows that of the service's own Comet Server; rows from before have no server. */
    private Map<String, Profile> profiles(Connection connection) throws SQLException {
        Map<String, Profile> found = new HashMap<>();
        query(PROFILES, "u.username")
                .list(
                        connection,
                        row ->
                                new Profile(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        emails(row.getString(4)),
                                        row.getBoolean(5),
                                        row.getInt(6)))
                .forEach(
                        profile -> {
                            boolean own =
                                    scope.profileOf(profile.username()).equals(profile.server());
                            if (own || !found.containsKey(profile.username())) {
                                found.put(profile.username(), profile);
                            }
                        });
        return found;
    }

    private SqlQuery of(String sql) {
        return query(sql, "username");
    }

    private SqlQuery query(String sql, String username) {
        return new SqlQuery()
                .add(sql, scope.client().value())
                .exactlyOneOf(username, scope.usernames());
    }

    private static List<String> emails(String json) {
        if (json == null) {
            return null;
        }
        List<String> emails = new ArrayList<>();
        tree(json).forEach(email -> emails.add(email.asText()));
        return emails;
    }

    /** What cannot be read says nothing. */
    private static JsonNode tree(String json) {
        try {
            return json == null ? MissingNode.getInstance() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What a user's vaults come to. */
    private record Held(int vaults, long billedBytes, int full) {

        static final Held NOTHING = new Held(0, 0, 0);

        static Held of(StoredVault vault) {
            return new Held(
                    1,
                    vault.billed() ? vault.bytes() : 0,
                    vault.state() == VaultState.FULL ? 1 : 0);
        }

        Held plus(Held more) {
            return new Held(vaults + more.vaults, billedBytes + more.billedBytes, full + more.full);
        }
    }
}
