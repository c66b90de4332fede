package com.eazybackup.pulse;

import com.eazybackup.pulse.PulseSnapshot.StreamStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** How the connections to the Comet Servers stand, as their supervisor last wrote it. */
@ApplicationScoped
class StreamStandings {

    private static final long MILLIS = 1_000;

    private DataSource database;

    StreamStandings() {}

    @Inject
    StreamStandings(DataSource database) {
        this.database = database;
    }

    /** Reads all: there are as many rows as Comet Servers, and profiles compare exactly in Java. */
    List<StreamStanding> of(Set<String> profiles) throws SQLException {
        List<StreamStanding> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT profile, name, state, since_ms, last_frame_ms"
                                        + " FROM eb_stream_state ORDER BY profile");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (profiles.contains(row.getString(1))) {
                    found.add(
                            new StreamStanding(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getLong(4) / MILLIS,
                                    row.getLong(5) / MILLIS));
                }
            }
        }
        return found;
    }
}
