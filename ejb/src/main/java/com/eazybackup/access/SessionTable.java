package com.eazybackup.access;

import com.eazybackup.platform.SqlTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code eb_sessions}: what all nodes know of the sessions. Holds no cookie and no secret. */
@ApplicationScoped
class SessionTable {

    private static final int ADDRESS = 64;
    private static final int TEXT = 255;

    private SqlTable table;

    SessionTable() {}

    @Inject
    SessionTable(DataSource database) {
        this.table = new SqlTable(database, "eb_sessions");
    }

    void open(
            String id,
            Person person,
            SessionOrigin origin,
            Optional<Standing> standing,
            Instant now) {
        table.write(
                "INSERT INTO eb_sessions (id, role, person_id, email, standing, provider, provider_subject,"
                        + " provider_session, address, agent, began_ms, seen_ms)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                id,
                person.role().code(),
                person.id(),
                SafeText.of(person.email(), TEXT),
                standing.map(Standing::text).orElse(""),
                SafeText.of(origin.provider(), TEXT),
                SafeText.of(origin.providerSubject(), TEXT),
                SafeText.of(origin.providerSession(), TEXT),
                SafeText.of(origin.address(), ADDRESS),
                SafeText.of(origin.agent(), TEXT),
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    List<OpenSession> of(Person person) {
        return table.read(
                "SELECT id, began_ms, seen_ms, address, agent, provider FROM eb_sessions"
                        + " WHERE role = ? AND person_id = ? AND ended_ms IS NULL"
                        + " ORDER BY seen_ms DESC, id",
                SessionTable::session,
                person.role().code(),
                person.id());
    }

    private static OpenSession session(ResultSet row) throws SQLException {
        return new OpenSession(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                !row.getString(6).isEmpty());
    }

    /**
     * @return whether it was this person's, and open
     */
    boolean end(Person person, String id, SessionEnd why, Instant now) {
        return table.write(
                        "UPDATE eb_sessions SET ended_ms = ?, reason = ? WHERE id = ? AND role = ?"
                                + " AND person_id = ? AND ended_ms IS NULL",
                        now.toEpochMilli(),
                        why.code(),
                        id,
                        person.role().code(),
                        person.id())
                == 1;
    }

    /**
     * @param but goes on
     * @return the open ones of that person, which are to be ended
     */
    List<String> openOf(Role role, int person, Optional<String> but) {
        return table.read(
                "SELECT id FROM eb_sessions WHERE role = ? AND person_id = ? AND ended_ms IS NULL"
                        + " AND id <> ?",
                row -> row.getString(1),
                role.code(),
                person,
                but.orElse(""));
    }

    /**
     * @return the open ones that this provider let in: of that session of it, or of that person
     *     when it names none
     */
    List<String> openOfProvider(String issuer, String subject, String session) {
        return session.isEmpty()
                ? table.read(
                        "SELECT id FROM eb_sessions WHERE provider = ? AND provider_subject = ?"
                                + " AND ended_ms IS NULL",
                        row -> row.getString(1),
                        issuer,
                        subject)
                : table.read(
                        "SELECT id FROM eb_sessions WHERE provider = ? AND provider_session = ?"
                                + " AND ended_ms IS NULL",
                        row -> row.getString(1),
                        issuer,
                        session);
    }

    void end(List<String> ids, SessionEnd why, Instant now) {
        table.batch(
                "UPDATE eb_sessions SET ended_ms = ?, reason = ? WHERE id = ? AND ended_ms IS NULL",
                ids.stream().map(id -> new Object[] {now.toEpochMilli(), why.code(), id}).toList());
    }

    /** Ends those that have lasted too long, and those that nothing was asked with for too long. */
    void expire(Instant now, Instant oldest, Instant longestUnseen) {
        table.write(
                "UPDATE eb_sessions SET ended_ms = ?, reason = ? WHERE ended_ms IS NULL"
                        + " AND began_ms < ?",
                now.toEpochMilli(),
                SessionEnd.LIMIT.code(),
                oldest.toEpochMilli());
        table.write(
                "UPDATE eb_sessions SET ended_ms = ?, reason = ? WHERE ended_ms IS NULL"
                        + " AND seen_ms < ?",
                now.toEpochMilli(),
                SessionEnd.IDLE.code(),
                longestUnseen.toEpochMilli());
    }

    /**
     * @return when it was last used, as it was last written; empty when it is over
     */
    Optional<Instant> seen(String id) {
        return table
                .read(
                        "SELECT seen_ms FROM eb_sessions WHERE id = ? AND ended_ms IS NULL",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        id)
                .stream()
                .findFirst();
    }

    void seen(Map<String, Long> marks) {
        table.batch(
                "UPDATE eb_sessions SET seen_ms = GREATEST(seen_ms, ?) WHERE id = ?",
                marks.entrySet().stream()
                        .map(mark -> new Object[] {mark.getValue(), mark.getKey()})
                        .toList());
    }

    /**
     * @return why each of them ended
     */
    Map<String, SessionEnd> endedSince(Instant then) {
        Map<String, SessionEnd> found = new HashMap<>();
        table.read(
                "SELECT id, reason FROM eb_sessions WHERE ended_ms >= ?",
                // A reason that only a newer version knows: over it is all the same.
                row ->
                        found.put(
                                row.getString(1),
                                SessionEnd.of(row.getString(2)).orElse(SessionEnd.SIGNED_OUT)),
                then.toEpochMilli());
        return found;
    }

    /**
     * @return all open ones; how an administrator stands comes with the same look, so that neither
     *     is older than the other
     */
    List<WatchedSession> watched() {
        return table.read(
                "SELECT s.id, s.role, s.person_id, s.began_ms, s.standing, a.id, a.email, a.role,"
                        + " a.password_hash, a.totp_secret FROM eb_sessions s"
                        + " LEFT JOIN eb_admins a ON s.role = 'admin' AND a.id = s.person_id"
                        + " AND a.disabled = 0 WHERE s.ended_ms IS NULL",
                SessionTable::watchedSession);
    }

    private static WatchedSession watchedSession(ResultSet row) throws SQLException {
        Optional<Standing> admin =
                row.getObject(6) == null
                        ? Optional.empty()
                        : Optional.of(
                                Standing.ofAdmin(
                                        row.getInt(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9),
                                        Standings.textOf(row.getString(10))));
        return new WatchedSession(
                row.getString(1),
                row.getString(2).equals(Role.ADMIN.code()) ? Role.ADMIN : Role.CUSTOMER,
                row.getInt(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                admin);
    }

    void standsAnew(String id, Standing standing) {
        table.write("UPDATE eb_sessions SET standing = ? WHERE id = ?", standing.text(), id);
    }

    /** Forgets those that ended before. */
    void forget(Instant before) {
        table.write("DELETE FROM eb_sessions WHERE ended_ms < ?", before.toEpochMilli());
    }
}
