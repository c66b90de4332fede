package com.eazybackup.access;

import com.eazybackup.platform.SqlTable;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** {@code eb_api_tokens}. Holds the SHA-256 of each key, and no key. */
@ApplicationScoped
class TokenTable {

    static final int MOST_OPEN = 20;

    private static final int ADDRESS = 64;
    private static final int TEXT = 255;
    private static final String OPEN = " AND revoked_ms IS NULL AND expires_ms > ?";
    private static final String SHOWN =
            "SELECT id, name, beginning, scope, made_by, made_ms, expires_ms, used_ms, used_from"
                    + " FROM eb_api_tokens";

    private SqlTable table;

    TokenTable() {}

    @Inject
    TokenTable(DataSource database) {
        this.table = new SqlTable(database, "eb_api_tokens");
    }

    /** A key that somebody came with, and that is good by itself. */
    record Good(
            long id,
            ClientId client,
            UserId maker,
            Set<Permission> scope,
            Instant made,
            Instant expires) {}

    /** A key that is to be written. */
    record Draft(
            ClientId client,
            Person maker,
            String name,
            Set<Permission> scope,
            TokenSecret secret,
            Instant made,
            Instant expires) {}

    /** The last use of a key. */
    record Use(Instant at, String address) {}

    Optional<Good> byHash(String hash, Instant now) {
        return table
                .read(
                        "SELECT id, client_id, user_id, scope, made_ms, expires_ms"
                                + " FROM eb_api_tokens WHERE hash = ?"
                                + OPEN,
                        TokenTable::good,
                        hash,
                        now.toEpochMilli())
                .stream()
                .findFirst();
    }

    private static Good good(ResultSet row) throws SQLException {
        return new Good(
                row.getLong(1),
                new ClientId(row.getInt(2)),
                new UserId(row.getInt(3)),
                scope(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    /**
     * @return those of them that are neither revoked nor over
     */
    Set<Long> open(Collection<Long> ids, Instant now) {
        List<Object> values = new ArrayList<>(ids);
        values.add(now.toEpochMilli());
        return new HashSet<>(
                table.read(
                        "SELECT id FROM eb_api_tokens WHERE id IN (?"
                                + ",?".repeat(ids.size() - 1)
                                + ")"
                                + OPEN,
                        row -> row.getLong(1),
                        values.toArray()));
    }

    /**
     * @return what is not revoked and was still good then, the newest first
     */
    List<ApiToken> of(ClientId client, Instant expiredSince) {
        return table.read(
                SHOWN
                        + " WHERE client_id = ? AND revoked_ms IS NULL AND expires_ms > ?"
                        + " ORDER BY made_ms DESC, id DESC",
                TokenTable::token,
                client.value(),
                expiredSince.toEpochMilli());
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        long used = row.getLong(8);
        Optional<Instant> when =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(used));
        return new ApiToken(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                scope(row.getString(4)),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                when,
                row.getString(9));
    }

    /** A permission that this version does not know allows nothing. */
    private static Set<Permission> scope(String stored) {
        List<String> codes = List.of(stored.split(","));
        return Arrays.stream(Permission.values())
                .filter(permission -> codes.contains(permission.code()))
                .collect(Collectors.toSet());
    }

    /**
     * Writes a key unless the client has one of that name or as many as it may have; two people who
     * do so at once go one after the other.
     */
    TokenMaking write(Draft draft) {
        return table.write(
                connection -> {
                    String lock = "eb_tokens_" + draft.client();
                    if (SqlTable.number(connection, "SELECT GET_LOCK(?, 5)", lock) != 1) {
                        throw new SQLException("keys of the client are being made elsewhere");
                    }
                    try {
                        return writeAlone(connection, draft);
                    } finally {
                        SqlTable.number(connection, "SELECT RELEASE_LOCK(?)", lock);
                    }
                });
    }

    private static TokenMaking writeAlone(Connection connection, Draft draft) throws SQLException {
        long now = draft.made().toEpochMilli();
        int client = draft.client().value();
        String open = "SELECT COUNT(*) FROM eb_api_tokens WHERE client_id = ?" + OPEN;
        if (SqlTable.number(connection, open + " AND name = ?", client, now, draft.name()) > 0) {
            return TokenMaking.Not.NAME_TAKEN;
        }
        if (SqlTable.number(connection, open, client, now) >= MOST_OPEN) {
            return TokenMaking.Not.TOO_MANY;
        }
        return insert(connection, draft);
    }

    private static TokenMaking insert(Connection connection, Draft draft) throws SQLException {
        String madeBy = SafeText.of(draft.maker().email(), TEXT);
        long id =
                SqlTable.insert(
                        connection,
                        "INSERT INTO eb_api_tokens (client_id, user_id, made_by, name, scope, hash,"
                                + " beginning, made_ms, expires_ms) VALUES (?,?,?,?,?,?,?,?,?)",
                        draft.client().value(),
                        draft.maker().id(),
                        madeBy,
                        draft.name(),
                        draft.scope().stream()
                                .map(Permission::code)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        draft.secret().hash(),
                        draft.secret().beginning(),
                        draft.made().toEpochMilli(),
                        draft.expires().toEpochMilli());
        return new TokenMaking.Made(
                new ApiToken(
                        id,
                        draft.name(),
                        draft.secret().beginning(),
                        draft.scope(),
                        madeBy,
                        draft.made(),
                        draft.expires(),
                        Optional.empty(),
                        ""),
                draft.secret().text());
    }

    /**
     * @return whether it was the client's, and not revoked before
     */
    boolean revoke(ClientId client, long id, String by, Instant now) {
        return table.write(
                        "UPDATE eb_api_tokens SET revoked_ms = ?, revoked_by = ?"
                                + " WHERE id = ? AND client_id = ? AND revoked_ms IS NULL",
                        now.toEpochMilli(),
                        SafeText.of(by, TEXT),
                        id,
                        client.value())
                == 1;
    }

    void used(Map<Long, Use> uses) {
        table.batch(
                "UPDATE eb_api_tokens SET used_from = ?, used_ms = ? WHERE id = ?"
                        + " AND (used_ms IS NULL OR used_ms < ?)",
                uses.entrySet().stream().map(TokenTable::use).toList());
    }

    private static Object[] use(Map.Entry<Long, Use> use) {
        long at = use.getValue().at().toEpochMilli();
        return new Object[] {SafeText.of(use.getValue().address(), ADDRESS), at, use.getKey(), at};
    }
}
