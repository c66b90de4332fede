package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code eb_admins}, one statement at a time. The rules are its callers'. */
@ApplicationScoped
class AdminTable {

    /** The table read anew: MariaDB updates no table that the same statement reads plainly. */
    private static final String ANOTHER_SUPER =
            "(SELECT n FROM (SELECT COUNT(*) AS n FROM eb_admins WHERE role = 'super'"
                    + " AND disabled = 0 AND id <> ?) AS others) > 0";

    /**
     * An administrator.
     *
     * @param duty empty for a role that this version does not know; it opens nothing
     * @param sealedSecret of the second factor
     */
    record Row(
            int id,
            String email,
            String name,
            Optional<Duty> duty,
            String hash,
            boolean disabled,
            boolean mustChange,
            Optional<Instant> passwordSet,
            Optional<String> sealedSecret,
            Optional<Instant> seen) {

        Person person() {
            return Person.admin(id, email, name, duty.orElseThrow());
        }

        /** Leaves the hash and the secret out. */
        @Override
        public String toString() {
            return "admin " + id;
        }
    }

    private DataSource database;

    AdminTable() {}

    @Inject
    AdminTable(DataSource database) {
        this.database = database;
    }

    private static final String COLUMNS =
            "SELECT a.id, a.email, a.name, a.role, a.password_hash, a.disabled, a.must_change,"
                    + " a.password_ms, a.totp_secret, (SELECT MAX(s.seen_ms) FROM eb_sessions s"
                    + " WHERE s.role = 'admin' AND s.person_id = a.id) FROM eb_admins a ";

    Optional<Row> read(int id) {
        return rows(COLUMNS + "WHERE a.id = ?", id).stream().findFirst();
    }

    boolean exists(String email) {
        return !rows(COLUMNS + "WHERE a.email = ?", email).isEmpty();
    }

    /**
     * @return all of them, by name
     */
    List<Row> all() {
        return rows(COLUMNS + "ORDER BY a.name, a.email");
    }

    /**
     * @return whether it was written: an address is an administrator's once
     */
    boolean add(String email, String name, String hash, Duty duty, Instant now) {
        try {
            return write(
                            "INSERT INTO eb_admins (email, name, password_hash, role, password_ms)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            email,
                            name,
                            hash,
                            duty.code(),
                            now.toEpochMilli())
                    == 1;
        } catch (SQLIntegrityConstraintViolationException there) {
            return false;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    void setPassword(int id, String hash, Instant now) {
        change(
                "UPDATE eb_admins SET password_hash = ?, must_change = 0, password_ms = ?"
                        + " WHERE id = ?",
                hash,
                now.toEpochMilli(),
                id);
    }

    /** The same password, hashed with more iterations; not over one that was set meanwhile. */
    void rehash(int id, String before, String hash) {
        change(
                "UPDATE eb_admins SET password_hash = ? WHERE id = ? AND password_hash = ?",
                hash,
                id,
                before);
    }

    void setFactor(int id, String sealedSecret, long step) {
        change(
                "UPDATE eb_admins SET totp_secret = ?, totp_step = ? WHERE id = ?",
                sealedSecret,
                step,
                id);
    }

    void sealAnew(int id, String before, String sealed) {
        change(
                "UPDATE eb_admins SET totp_secret = ? WHERE id = ? AND totp_secret = ?",
                sealed,
                id,
                before);
    }

    /**
     * @return whether there was one
     */
    boolean removeFactor(int id) {
        return change(
                "UPDATE eb_admins SET totp_secret = NULL, totp_step = NULL"
                        + " WHERE id = ? AND totp_secret IS NOT NULL",
                id);
    }

    /**
     * Takes a time step, once and never an older one after it.
     *
     * @return false when it, or a later one, was taken before
     */
    boolean takeStep(int id, long step) {
        return change(
                "UPDATE eb_admins SET totp_step = ? WHERE id = ?"
                        + " AND (totp_step IS NULL OR totp_step < ?)",
                step,
                id,
                step);
    }

    /**
     * @return false when nobody would be left who may manage administrators
     */
    boolean setDuty(int id, Duty duty) {
        return duty == Duty.SUPER
                ? change("UPDATE eb_admins SET role = 'super' WHERE id = ?", id)
                : leavingASuper("UPDATE eb_admins SET role = ? WHERE id = ? AND ", duty.code(), id);
    }

    /**
     * @return false when nobody would be left who may manage administrators
     */
    boolean disable(int id) {
        return leavingASuper("UPDATE eb_admins SET disabled = ? WHERE id = ? AND ", 1, id);
    }

    boolean enable(int id) {
        return change("UPDATE eb_admins SET disabled = 0 WHERE id = ?", id);
    }

    /** Two who take each other's rights at the same moment wait for each other, or one is told. */
    private boolean leavingASuper(String update, Object value, int id) {
        return change(update + ANOTHER_SUPER, value, id, id);
    }

    private boolean change(String sql, Object... values) {
        try {
            try {
                return write(sql, values) == 1;
            } catch (SQLTransactionRollbackException locked) {
                return write(sql, values) == 1;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private int write(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private List<Row> rows(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Row> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                Duty.ofAdmin(row.getString(4)),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                instant(row, 8),
                Optional.ofNullable(row.getString(9)),
                instant(row, 10));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static DatabaseUnavailable unavailable(SQLException e) {
        return new DatabaseUnavailable("cannot reach eb_admins", e);
    }
}
