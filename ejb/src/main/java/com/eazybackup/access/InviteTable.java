package com.eazybackup.access;

import com.eazybackup.platform.SqlTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code eb_admin_invites}, one statement at a time. Of a link it holds the SHA-256 alone. */
@ApplicationScoped
class InviteTable {

    private static final String OPEN = "used_ms IS NULL AND revoked_ms IS NULL";

    /** An invitation that is neither used nor revoked. */
    record Row(
            int id, String email, Optional<Duty> duty, String by, Instant made, Instant expires) {

        boolean over(Instant now) {
            return !now.isBefore(expires);
        }
    }

    private SqlTable table;

    InviteTable() {}

    @Inject
    InviteTable(DataSource database) {
        this.table = new SqlTable(database, "eb_admin_invites");
    }

    /**
     * @return its id
     */
    int add(String email, Duty duty, String hash, String by, Instant now, Instant expires) {
        return table.write(
                connection ->
                        (int)
                                SqlTable.insert(
                                        connection,
                                        "INSERT INTO eb_admin_invites (email, role, hash, invited_by,"
                                                + " made_ms, expires_ms) VALUES (?,?,?,?,?,?)",
                                        email,
                                        duty.code(),
                                        hash,
                                        by,
                                        now.toEpochMilli(),
                                        expires.toEpochMilli()));
    }

    List<Row> open() {
        return rows(OPEN + " ORDER BY id");
    }

    Optional<Row> open(int id) {
        return rows(OPEN + " AND id = ?", id).stream().findFirst();
    }

    Optional<Row> byHash(String hash, Instant now) {
        return rows(OPEN + " AND hash = ? AND expires_ms > ?", hash, now.toEpochMilli()).stream()
                .findFirst();
    }

    /** The link that was sent before opens nothing from then on. */
    boolean renew(int id, String hash, Instant expires) {
        return write(
                "UPDATE eb_admin_invites SET hash = ?, expires_ms = ? WHERE id = ? AND " + OPEN,
                hash,
                expires.toEpochMilli(),
                id);
    }

    boolean revoke(int id, Instant now) {
        return write(
                "UPDATE eb_admin_invites SET revoked_ms = ? WHERE id = ? AND " + OPEN,
                now.toEpochMilli(),
                id);
    }

    void revokeOf(String email, Instant now) {
        write(
                "UPDATE eb_admin_invites SET revoked_ms = ? WHERE email = ? AND " + OPEN,
                now.toEpochMilli(),
                email);
    }

    /**
     * Uses a link up.
     *
     * @return true for one caller only, whoever else tries at the same moment
     */
    boolean use(String hash, Instant now) {
        return write(
                "UPDATE eb_admin_invites SET used_ms = ? WHERE hash = ? AND expires_ms > ? AND "
                        + OPEN,
                now.toEpochMilli(),
                hash,
                now.toEpochMilli());
    }

    private List<Row> rows(String where, Object... values) {
        return table.read(
                "SELECT id, email, role, invited_by, made_ms, expires_ms FROM eb_admin_invites"
                        + " WHERE "
                        + where,
                row ->
                        new Row(
                                row.getInt(1),
                                row.getString(2),
                                Duty.ofAdmin(row.getString(3)),
                                row.getString(4),
                                Instant.ofEpochMilli(row.getLong(5)),
                                Instant.ofEpochMilli(row.getLong(6))),
                values);
    }

    private boolean write(String sql, Object... values) {
        return table.write(sql, values) > 0;
    }
}
