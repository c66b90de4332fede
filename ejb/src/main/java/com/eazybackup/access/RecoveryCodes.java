package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What opens an administrator's account once each when the authenticator app is lost, {@code
 * eb_admin_recovery_codes}.
 */
@ApplicationScoped
class RecoveryCodes {

    static final int COUNT = 10;

    private DataSource database;

    RecoveryCodes() {}

    @Inject
    RecoveryCodes(DataSource database) {
        this.database = database;
    }

    /**
     * Makes new ones; the former are worth nothing then.
     *
     * @return the codes, which nobody can be shown again
     */
    List<String> renew(int admin) {
        List<String> codes = Stream.generate(RandomText::code).limit(COUNT).toList();
        forget(admin);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO eb_admin_recovery_codes (admin_id, hash)"
                                        + " VALUES (?, ?)")) {
            for (String code : codes) {
                insert.setInt(1, admin);
                insert.setString(2, RandomText.hashOfCode(code));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw unavailable(e);
        }
        return codes;
    }

    void forget(int admin) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "DELETE FROM eb_admin_recovery_codes WHERE admin_id = ?")) {
            delete.setInt(1, admin);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * @return whether it was one, and not used before
     */
    boolean use(int admin, String typed, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE eb_admin_recovery_codes SET used_ms = ?"
                                        + " WHERE admin_id = ? AND hash = ? AND used_ms IS NULL")) {
            update.setLong(1, now.toEpochMilli());
            update.setInt(2, admin);
            update.setString(3, RandomText.hashOfCode(typed));
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    int left(int admin) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT COUNT(*) FROM eb_admin_recovery_codes"
                                        + " WHERE admin_id = ? AND used_ms IS NULL")) {
            select.setInt(1, admin);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static DatabaseUnavailable unavailable(SQLException e) {
        return new DatabaseUnavailable("cannot reach eb_admin_recovery_codes", e);
    }
}
