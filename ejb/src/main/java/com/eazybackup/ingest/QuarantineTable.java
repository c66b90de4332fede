package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes {@code eb_quarantine}: what one Comet Server said and we could not understand or store.
 *
 * <p>Guarantee: the same frame is one row, however often it comes. Limit: of very many rows the
 * oldest are let go, so that a server that sends nothing but poison fills no disk.
 */
final class QuarantineTable {

    private static final String ADD =
            "INSERT INTO eb_quarantine (profile, hash, reason, frame, size, first_ms, last_ms,"
                    + " state, state_ms) VALUES (?,?,?,?,?,?,?,'open',?)"
                    + " ON DUPLICATE KEY UPDATE times = times + 1, reason = VALUES(reason),"
                    + " last_ms = VALUES(last_ms),"
                    // What an operator has thrown away once stays away.
                    + " state_ms = IF(state = 'replayed', VALUES(state_ms), state_ms),"
                    + " state = IF(state = 'replayed', 'open', state)";

    private static final String TRIM =
            "DELETE FROM eb_quarantine WHERE profile = ? AND id <="
                    + " (SELECT id FROM (SELECT id FROM eb_quarantine WHERE profile = ?"
                    + " ORDER BY id DESC LIMIT 1 OFFSET ?) AS oldest)";

    private static final int REASON = 255;

    private final ProfileName profile;
    private final int most;
    private final int trimEvery;
    private int sinceTrim;

    /**
     * @param most rows that are kept of this server
     */
    QuarantineTable(ProfileName profile, int most) {
        this.profile = profile;
        this.most = most;
        this.trimEvery = Math.max(1, most / 10);
    }

    /**
     * Adds in the caller's transaction.
     *
     * @param nowMs Unix milliseconds
     */
    void add(Connection connection, List<News.Unreadable> poison, long nowMs) throws SQLException {
        if (poison.isEmpty()) {
            return;
        }
        Rows rows = new Rows(ADD);
        for (News.Unreadable each : poison) {
            rows.add(
                    profile.value(),
                    hash(each.frame()),
                    Fit.to(REASON, each.reason()),
                    QuarantineText.of(each.frame()),
                    each.frame().length(),
                    nowMs,
                    nowMs,
                    nowMs);
        }
        rows.write(connection);
        sinceTrim += poison.size();
        if (sinceTrim >= trimEvery) {
            sinceTrim = 0;
            trim(connection);
        }
    }

    private void trim(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(TRIM)) {
            delete.setString(1, profile.value());
            delete.setString(2, profile.value());
            delete.setInt(3, most);
            delete.executeUpdate();
        }
    }

    private static String hash(String frame) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(frame.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
