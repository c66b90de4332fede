package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Optional;
import javax.sql.DataSource;

/** The portal's own people, {@code eb_admins}: they are not users of WHMCS. */
@ApplicationScoped
class Admins {

    /**
     * An admin who may sign in.
     *
     * @param standing what stood there when the password was looked at
     */
    record Admin(int id, String email, String name, Duty duty, Standing standing) {

        Person person() {
            return Person.admin(id, email, name, duty);
        }
    }

    private DataSource database;
    private AdminTable table;

    Admins() {}

    @Inject
    Admins(DataSource database, AdminTable table) {
        this.database = database;
        this.table = table;
    }

    /**
     * What is known about an address: whether it is an admin's, who may sign in or not, and whether
     * the password is.
     */
    record Answer(boolean known, Optional<Admin> admin) {}

    /** Takes the same time whether or not the address is an admin's. */
    Answer check(String email, String password) {
        Optional<Stored> stored = read(email);
        // Hashing takes long: the connection is back in the pool by now.
        if (stored.isEmpty()) {
            PasswordHash.takeTheSameTime(password);
            return new Answer(false, Optional.empty());
        }
        return new Answer(true, proven(stored.get(), password));
    }

    private Optional<Admin> proven(Stored stored, String password) {
        if (!PasswordHash.matches(password, stored.hash())) {
            return Optional.empty();
        }
        if (stored.duty().isEmpty() || !PasswordHash.outdated(stored.hash())) {
            return stored.admin(stored.hash());
        }
        String renewed = PasswordHash.of(password);
        table.rehash(stored.id(), stored.hash(), renewed);
        return stored.admin(renewed);
    }

    /**
     * @return whether it is the address of an administrator, disabled ones included
     */
    boolean knows(String email) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT 1 FROM eb_admins WHERE email = ?")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read eb_admins", e);
        }
    }

    /**
     * @param duty empty for one who is disabled, or whose role this version does not know: it opens
     *     nothing, and the address is an administrator's all the same
     */
    private record Stored(
            int id, String email, String name, Optional<Duty> duty, String hash, String factor) {

        Optional<Admin> admin(String itsHash) {
            return duty.map(
                    is ->
                            new Admin(
                                    id,
                                    email,
                                    name,
                                    is,
                                    Standing.ofAdmin(id, email, is.code(), itsHash, factor)));
        }
    }

    private Optional<Stored> read(String email) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id, email, name, password_hash, role, totp_secret,"
                                        + " disabled FROM eb_admins WHERE email = ?")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(stored(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read eb_admins", e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        boolean disabled = row.getBoolean(7);
        return new Stored(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                Duty.ofAdmin(row.getString(5)).filter(duty -> !disabled),
                row.getString(4),
                Standings.textOf(row.getString(6)));
    }

    /**
     * Writes the first admin unless there is one already. The password is known to whoever can read
     * the environment, so it is good for one thing: setting another.
     *
     * @return whether it was written
     */
    boolean addFirst(String email, String name, String password) {
        if (any()) {
            return false; // the common case, without the price of a hash
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO eb_admins (email, name, password_hash, role,"
                                        + " must_change) VALUES (?, ?, ?, 'super', 1)")) {
            insert.setString(1, email);
            insert.setString(2, name);
            insert.setString(3, PasswordHash.of(password));
            return insert.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException otherNode) {
            return false; // started at the same moment, same environment, same admin
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the first admin", e);
        }
    }

    private boolean any() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT 1 FROM eb_admins LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read eb_admins", e);
        }
    }
}
