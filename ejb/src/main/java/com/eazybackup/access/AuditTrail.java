package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes down who did what, in {@code eb_audit}.
 *
 * <p>Guarantee: the row stays even when the caller's own transaction fails; text from outside is
 * made harmless and cut to the column. An entry that cannot be written is an exception: what must
 * be audited must not happen unseen.
 */
@ApplicationScoped
public class AuditTrail {

    private static final int TEXT = 255;
    private static final int WORD = 64;
    private static final int SHORT = 32;
    private static final int ROLE = 16;

    private DataSource database;
    private Clock clock;

    AuditTrail() {}

    @Inject
    AuditTrail(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(AuditEntry entry) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO eb_audit (at_ms, actor, role, client_id, action, target,"
                                        + " result, reference, address, via) VALUES (?,?,?,?,?,?,?,?,?,?)")) {
            insert.setLong(1, clock.millis());
            insert.setString(2, SafeText.of(entry.actor(), TEXT));
            insert.setString(3, SafeText.of(entry.role(), ROLE));
            setClient(insert, entry.client());
            insert.setString(5, SafeText.of(entry.action(), WORD));
            insert.setString(6, SafeText.of(entry.target(), TEXT));
            insert.setString(7, SafeText.of(entry.result(), SHORT));
            insert.setString(8, entry.reference().map(Object::toString).orElse(""));
            insert.setString(9, SafeText.of(entry.address(), WORD));
            insert.setString(10, SafeText.of(entry.via(), WORD));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot write to eb_audit", e);
        }
    }

    private static void setClient(PreparedStatement insert, Optional<ClientId> client)
            throws SQLException {
        if (client.isPresent()) {
            insert.setInt(4, client.get().value());
        } else {
            insert.setNull(4, Types.INTEGER);
        }
    }
}
