package com.eazybackup.preferences;

import com.eazybackup.access.Caller;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * {@code eb_looks}: how each person likes each list, for each client. One query each.
 *
 * <p>Limit: a row stays when its person goes; it says nothing about anybody.
 */
@ApplicationScoped
public class Looks {

    // What another version keeps beside it stays, and is not ours to read.
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private SqlTable table;
    private Clock clock;

    Looks() {}

    @Inject
    public Looks(DataSource database, Clock clock) {
        this.table = new SqlTable(database, "eb_looks");
        this.clock = clock;
    }

    /**
     * @param person who acts for a client
     * @return {@link Look#NONE} when none is kept
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Look of(Caller person, LookName name) {
        return table
                .read(
                        "SELECT look FROM eb_looks WHERE role = ? AND person_id = ? AND client_id = ?"
                                + " AND name = ?",
                        row -> look(row.getString(1)),
                        person.role().code(),
                        person.userId(),
                        client(person),
                        name.wire())
                .stream()
                .findFirst()
                .orElse(Look.NONE);
    }

    /**
     * Keeps what is wished beside what was kept before. One statement: of two wishes at the same
     * time both hold.
     *
     * @param wish without a {@link LookWish#flaw}
     * @throws DatabaseUnavailable when the database does not answer
     */
    public void keep(Caller person, LookName name, LookWish wish) {
        if (wish.flaw().isPresent()) {
            throw new IllegalArgumentException(wish.flaw().get());
        }
        table.write(
                "INSERT INTO eb_looks (role, person_id, client_id, name, look, updated_ms)"
                        + " VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE look ="
                        + " JSON_MERGE_PATCH(IF(JSON_VALID(look), look, '{}'), ?),"
                        + " updated_ms = VALUES(updated_ms)",
                person.role().code(),
                person.userId(),
                client(person),
                name.wire(),
                json(wish.alone()),
                clock.millis(),
                wish.asPatch());
    }

    private static int client(Caller person) {
        return person.chosen().orElseThrow().id().value();
    }

    private static String json(Look look) {
        try {
            return JSON.writeValueAsString(look);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a look is always JSON", e);
        }
    }

    /** One that another version has kept otherwise is as good as none. */
    private static Look look(String json) {
        try {
            return JSON.readValue(json, Look.class);
        } catch (JsonProcessingException e) {
            return Look.NONE;
        }
    }
}
