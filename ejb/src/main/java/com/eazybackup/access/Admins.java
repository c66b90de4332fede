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

    /** An admin who may sign in. */
    record Admin(int id, String email, String name) {}

    private DataSource database;

    Admins() {}

    @Inject
    Admins(DataSource database) {
        this.database = database;
    }

    /** What is known about an address: whether it is an admin's, and whether the password is. */
    record Answer(boolean known, Optional<Admin> admin) {}

    /** Takes the same time whether or not the address is an admin's. */
    Answer check(String email, String password) {
        Optional<Stored> stored = read(email);
        // Hashing takes long: the connection is back in the pool by now.
        if (stored.isEmpty()) {
            PasswordHash.takeTheSameTime(password);
            return new Answer(false, Optional.empty());
        }
        boolean right = PasswordHash.matches(password, stored.get().hash());
        return new Answer(true, stored.map(Stored::admin).filter(found -> right));
    }

    private record Stored(Admin admin, String hash) {}

    private Optional<Stored> read(String email) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id, email, name, password_hash FROM eb_admins"
                                        + " WHERE email = ? AND disabled = 0")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Admin admin = new Admin(row.getInt(1), row.getString(2), row.getString(3));
                return Optional.of(new Stored(admin, row.getString(4)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read eb_admins", e);
        }
    }

    /**
     * Writes the first admin unless there is one already.
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
                                "INSERT INTO eb_admins (email, name, password_hash, role)"
                                        + " VALUES (?, ?, ?, 'super')")) {
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
