package com.eazybackup.discount;

import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.discount.HistoryEntry.State;
import com.eazybackup.discount.HistoryEntry.Undone;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code eb_discount_history} and what belongs to it, of one service, in one transaction. */
final class HistoryTable {

    static final String ENTRIES =
            "SELECT h.id, h.kind, h.state, h.at_ms, h.who, h.amount_before, h.amount_after, u.who,"
                    + " u.at_ms FROM eb_discount_history h"
                    + " LEFT JOIN eb_discount_history u ON u.id = h.undone_by"
                    + " WHERE h.serviceid = ? AND h.part_of IS NULL";

    static final String CHANGES =
            "SELECT history_id, what, configoptionid, name, value_before, value_after"
                    + " FROM eb_discount_changes WHERE history_id IN ";

    private static final int LONGEST_NAME = 255;

    private final Statements statements;
    private final int service;

    HistoryTable(Statements statements, int service) {
        this.statements = statements;
        this.service = service;
    }

    /** A change that belongs to an entry. */
    record Numbered(long entry, HistoryChange change) {

        static Numbered of(ResultSet row) throws SQLException {
            return new Numbered(
                    row.getLong(1),
                    new HistoryChange(
                            What.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                            row.getInt(3),
                            row.getString(4),
                            row.getBigDecimal(5),
                            row.getBigDecimal(6)));
        }
    }

    static HistoryEntry entry(ResultSet row) throws SQLException {
        String undoneBy = row.getString(8);
        return new HistoryEntry(
                row.getLong(1),
                kind(row.getString(2)),
                State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                List.of(),
                false,
                Optional.ofNullable(undoneBy).map(who -> new Undone(who, instant(row))));
    }

    private static Instant instant(ResultSet row) {
        try {
            return Instant.ofEpochMilli(row.getLong(9));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return the number of the new entry
     */
    long add(
            Kind kind,
            State state,
            DiscountAuthor author,
            Instant at,
            BigDecimal before,
            BigDecimal after,
            List<HistoryChange> changes)
            throws SQLException {
        long id =
                statements.insert(
                        "INSERT INTO eb_discount_history (serviceid, kind, state, pending_of, at_ms,"
                                + " who, who_email, amount_before, amount_after)"
                                + " VALUES (?,?,?,?,?,?,?,?,?)",
                        service,
                        word(kind),
                        word(state),
                        state == State.PENDING ? service : null,
                        at.toEpochMilli(),
                        author.name(),
                        author.email(),
                        before,
                        after);
        for (HistoryChange change : changes) {
            add(id, change);
        }
        return id;
    }

    private void add(long id, HistoryChange change) throws SQLException {
        String name = change.name();
        statements.run(
                "INSERT INTO eb_discount_changes (history_id, what, configoptionid, name,"
                        + " value_before, value_after) VALUES (?,?,?,?,?,?)",
                id,
                word(change.what()),
                change.configId(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                change.before(),
                change.after());
    }

    Optional<PendingEntry> pending() throws SQLException {
        return statements.list(PendingEntry.SELECT, PendingEntry::of, service).stream().findFirst();
    }

    Optional<HistoryEntry> find(long id) throws SQLException {
        List<HistoryEntry> found =
                statements.list(ENTRIES + " AND h.id = ?", HistoryTable::entry, service, id);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).with(changes(id), false));
    }

    List<HistoryChange> changes(long id) throws SQLException {
        return statements.list(CHANGES + "(?) ORDER BY configoptionid", Numbered::of, id).stream()
                .map(Numbered::change)
                .toList();
    }

    /** The last that the portal knows of an amount. */
    Optional<HistoryEntry> lastAmount() throws SQLException {
        return statements
                .list(
                        ENTRIES
                                + " AND h.state = 'done' AND h.amount_after IS NOT NULL"
                                + " ORDER BY h.at_ms DESC, h.id DESC LIMIT 1",
                        HistoryTable::entry,
                        service)
                .stream()
                .findFirst();
    }

    /** The last that changed one of these options' prices, or the entry that shows it. */
    Optional<HistoryEntry> lastPrices(List<Integer> options) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(service));
        values.addAll(options);
        List<Long> ids =
                statements.list(
                        "SELECT COALESCE(h.part_of, h.id) FROM eb_discount_history h"
                                + " JOIN eb_discount_changes c ON c.history_id = h.id"
                                + " WHERE h.serviceid = ? AND h.state = 'done' AND c.what = 'price'"
                                + " AND c.configoptionid IN "
                                + marks(options.size())
                                + " ORDER BY h.at_ms DESC, h.id DESC LIMIT 1",
                        row -> row.getLong(1),
                        values.toArray());
        return ids.isEmpty() ? Optional.empty() : find(ids.get(0));
    }

    /**
     * What its author saved since the last amount becomes part of this entry: one act to whoever
     * reads the history, and to whoever takes it back.
     */
    void takeIn(long id) throws SQLException {
        String own =
                " FROM eb_discount_history h JOIN eb_discount_history me ON me.id = ?"
                        + " WHERE h.serviceid = ? AND h.kind = 'prices' AND h.state = 'done'"
                        + " AND h.who_email = me.who_email AND h.id < me.id AND h.part_of IS NULL"
                        + " AND h.undone_by IS NULL AND h.id > COALESCE((SELECT MAX(a.id)"
                        + " FROM eb_discount_history a WHERE a.serviceid = h.serviceid"
                        + " AND a.state = 'done' AND a.kind IN ('amount', 'undo') AND a.id < me.id), 0)";
        List<Long> parts =
                statements.list(
                        "SELECT h.id" + own + " ORDER BY h.id", row -> row.getLong(1), id, service);
        Map<Integer, HistoryChange> net = new LinkedHashMap<>();
        for (long part : parts) {
            for (HistoryChange change : changes(part)) {
                net.merge(change.configId(), change, HistoryTable::both);
            }
            statements.run("UPDATE eb_discount_history SET part_of = ? WHERE id = ?", id, part);
        }
        for (HistoryChange change : net.values()) {
            if (!change.changesNothing()) {
                add(id, change);
            }
        }
    }

    private static HistoryChange both(HistoryChange first, HistoryChange then) {
        return new HistoryChange(
                first.what(), first.configId(), then.name(), first.before(), then.after());
    }

    /**
     * @return whether it was pending until now
     */
    boolean end(long id, State state, Instant at) throws SQLException {
        return statements.run(
                        "UPDATE eb_discount_history SET state = ?, pending_of = NULL, at_ms = ?"
                                + " WHERE id = ? AND state = 'pending'",
                        word(state),
                        at.toEpochMilli(),
                        id)
                == 1;
    }

    /** As if it had never been meant. */
    void forget(long id) throws SQLException {
        statements.run("DELETE FROM eb_discount_changes WHERE history_id = ?", id);
        statements.run("DELETE FROM eb_discount_history WHERE id = ?", id);
    }

    void forget(long id, HistoryChange change) throws SQLException {
        statements.run(
                "DELETE FROM eb_discount_changes WHERE history_id = ? AND what = ?"
                        + " AND configoptionid = ?",
                id,
                word(change.what()),
                change.configId());
    }

    void markUndone(long entry, long by) throws SQLException {
        statements.run("UPDATE eb_discount_history SET undone_by = ? WHERE id = ?", by, entry);
    }

    void undoes(long id, long entry) throws SQLException {
        statements.run("UPDATE eb_discount_history SET undoes = ? WHERE id = ?", entry, id);
    }

    void settleFrom(long id, Instant from) throws SQLException {
        statements.run(
                "UPDATE eb_discount_history SET settle_ms = ? WHERE id = ?",
                from.toEpochMilli(),
                id);
    }

    void breakdown(long id, String json) throws SQLException {
        statements.run("UPDATE eb_discount_history SET breakdown = ? WHERE id = ?", json, id);
    }

    static String marks(int count) {
        return "(" + "?,".repeat(count - 1) + "?)";
    }
}
