package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SELECT for a page of {@code eb_audit}.
 *
 * <p>One condition leads: its key gives the lines in order of time, and the key is named, so that
 * no guess of the database's from old samples decides how long a page takes. The other conditions
 * are tried on what that key gives, of which {@link #LOOKED_AT} lines are looked at and no more.
 */
final class TrailQuery {

    /** Some tens of milliseconds. */
    static final int LOOKED_AT = 20_000;

    private static final String ADMINS =
            " LEFT JOIN eb_admins d ON a.role = 'admin' AND d.email = a.actor";

    private static final String REFERENCE = "(?i)EB-[0-9A-Z]{4}-[0-9A-Z]{4}";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private final List<Object> restValues = new ArrayList<>();
    private String key = "idx_audit_at";

    /**
     * @param client whose lines alone are read
     * @param owners whether the reader is the client, who may not find administrators by their
     *     address
     */
    TrailQuery(
            Optional<ClientId> client,
            boolean owners,
            TrailFilter filter,
            Optional<TrailPlace> after) {
        boolean reference = filter.text().matches(REFERENCE);
        if (reference) {
            condition("idx_audit_reference", "a.reference = ?", filter.text());
        }
        client.ifPresent(one -> condition("idx_audit_client", "a.client_id = ?", one.value()));
        filter.person().ifPresent(one -> condition("idx_audit_actor", "a.actor = ?", one));
        filter.action().ifPresent(one -> condition("idx_audit_action", "a.action = ?", one));
        filter.result().ifPresent(one -> condition("idx_audit_result", "a.result = ?", one));
        if (owners && filter.person().isPresent()) {
            further("a.role <> 'admin'");
        }
        if (!reference && !filter.text().isEmpty()) {
            text(filter.text(), owners);
        }
        bounds(filter, after);
    }

    /** The first one leads. */
    private void condition(String itsKey, String sql, Object value) {
        if (where.isEmpty()) {
            key = itsKey;
            where.append(sql);
            values.add(value);
        } else {
            further(sql, value);
        }
    }

    private void further(String sql, Object... more) {
        rest.append(" AND ").append(sql);
        restValues.addAll(List.of(more));
    }

    private void text(String text, boolean owners) {
        String like = "%" + text.replaceAll("([!%_])", "!$1") + "%";
        String person =
                owners
                        ? "(a.role <> 'admin' AND a.actor LIKE ? ESCAPE '!')"
                        : "a.actor LIKE ? ESCAPE '!'";
        further(
                "(a.target LIKE ? ESCAPE '!' OR a.reference LIKE ? ESCAPE '!' OR " + person + ")",
                like,
                like,
                like);
    }

    private void bounds(TrailFilter filter, Optional<TrailPlace> after) {
        where.append(where.isEmpty() ? "" : " AND ").append("a.at_ms >= ? AND a.at_ms <= ?");
        values.add(filter.from().map(Instant::toEpochMilli).orElse(0L));
        long newest = filter.until().map(until -> until.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
        values.add(Math.min(newest, after.map(TrailPlace::atMs).orElse(Long.MAX_VALUE)));
        after.ifPresent(
                place -> {
                    where.append(" AND (a.at_ms < ? OR a.id < ?)");
                    values.add(place.atMs());
                    values.add(place.id());
                });
    }

    /**
     * @return the last line that is looked at; empty when that is the last one there is, or when
     *     every line that the key gives is wanted
     */
    Optional<TrailPlace> floor(Connection connection) throws SQLException {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        // Reads the key alone, and a fixed number of its entries: no page costs more than another.
        String sql =
                "SELECT a.at_ms, a.id FROM eb_audit a"
                        + ordered("", where.toString())
                        + " LIMIT 2 OFFSET "
                        + (LOOKED_AT - 1);
        List<TrailPlace> last =
                list(
                        connection,
                        sql,
                        values,
                        row -> new TrailPlace(row.getLong(1), row.getLong(2)));
        return last.size() == 2 ? Optional.of(last.get(0)) : Optional.empty();
    }

    List<TrailLine> lines(Connection connection, Optional<TrailPlace> floor, int most)
            throws SQLException {
        List<Object> all = new ArrayList<>(values);
        String sql =
                "SELECT a.id, a.at_ms, a.actor, d.name, a.role, a.client_id, a.action, a.target,"
                        + " a.result, a.reference, a.address, a.via FROM eb_audit a"
                        + ordered(ADMINS, where + floorCondition(floor, all) + rest)
                        + " LIMIT "
                        + most;
        all.addAll(restValues);
        return list(connection, sql, all, TrailQuery::line);
    }

    private static String floorCondition(Optional<TrailPlace> floor, List<Object> all) {
        if (floor.isEmpty()) {
            return "";
        }
        all.addAll(List.of(floor.get().atMs(), floor.get().atMs(), floor.get().id()));
        return " AND a.at_ms >= ? AND (a.at_ms > ? OR a.id >= ?)";
    }

    private String ordered(String join, String conditions) {
        return " FORCE INDEX ("
                + key
                + ")"
                + join
                + " WHERE "
                + conditions
                + " ORDER BY a.at_ms DESC, a.id DESC";
    }

    private static TrailLine line(ResultSet row) throws SQLException {
        int client = row.getInt(6);
        return new TrailLine(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4) == null ? "" : row.getString(4),
                row.getString(5),
                client > 0 ? Optional.of(new ClientId(client)) : Optional.empty(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(
            Connection connection, String sql, List<Object> values, Row<T> shape)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(shape.of(row));
                }
            }
        }
        return found;
    }
}
