package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** The recorded catch-ups of all Comet Servers and all nodes, for operators. */
@ApplicationScoped
public class CatchUpHistory {

    private static final String ANY = "(? IS NULL OR profile = ?)";

    private DataSource database;

    CatchUpHistory() {}

    @Inject
    public CatchUpHistory(DataSource database) {
        this.database = database;
    }

    /**
     * @param profile only of this Comet Server
     * @param page from 1
     * @return the newest first
     */
    public Page<RecordedCatchUp> list(Optional<ProfileName> profile, int page, int size)
            throws SQLException {
        String name = profile.map(ProfileName::value).orElse(null);
        List<RecordedCatchUp> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id, profile, cause, began_ms, ended_ms, gap_s, users,"
                                        + " connections, jobs, running, put_right, details, error"
                                        + " FROM eb_catch_ups WHERE "
                                        + ANY
                                        + " ORDER BY id DESC LIMIT ? OFFSET ?")) {
            select.setString(1, name);
            select.setString(2, name);
            select.setInt(3, size);
            select.setLong(4, (page - 1L) * size);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new RecordedCatchUp(
                                    row.getLong("id"), row.getString("profile"), run(row)));
                }
            }
            return new Page<>(found, page, size, count(connection, name));
        }
    }

    private static CatchUpRun run(ResultSet row) throws SQLException {
        long gap = row.getLong("gap_s");
        Optional<Duration> known =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(gap));
        return new CatchUpRun(
                CatchUpRun.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("began_ms")),
                Instant.ofEpochMilli(row.getLong("ended_ms")),
                known,
                row.getInt("users"),
                row.getInt("connections"),
                row.getInt("jobs"),
                row.getInt("running"),
                row.getInt("put_right"),
                row.getString("details"),
                row.getString("error"));
    }

    private static long count(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM eb_catch_ups WHERE " + ANY)) {
            select.setString(1, name);
            select.setString(2, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
