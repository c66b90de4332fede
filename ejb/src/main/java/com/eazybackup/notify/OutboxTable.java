package com.eazybackup.notify;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** {@code eb_mail_outbox}, one statement at a time. */
@ApplicationScoped
class OutboxTable {

    private static final int ERROR = 255;

    /**
     * A mail that waits.
     *
     * @param body sealed
     * @param next when it is tried
     */
    record Row(
            long id,
            String messageId,
            String kind,
            String recipient,
            String subject,
            String body,
            Instant made,
            Instant next,
            int attempts,
            String error) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "mail " + id;
        }
    }

    private DataSource database;

    OutboxTable() {}

    @Inject
    OutboxTable(DataSource database) {
        this.database = database;
    }

    void add(
            String messageId,
            String kind,
            String recipient,
            String subject,
            String body,
            Instant now) {
        write(
                "INSERT INTO eb_mail_outbox (message_id, kind, recipient, subject, body, made_ms,"
                        + " next_ms) VALUES (?,?,?,?,?,?,?)",
                messageId,
                kind,
                recipient,
                subject,
                body,
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    /**
     * @return those whose time has come, in the order in which they were written
     */
    List<Row> due(Instant now, int most) {
        return rows("AND next_ms <= ? ORDER BY id LIMIT ?", now.toEpochMilli(), most);
    }

    /**
     * @return all that wait, in the order in which they were written
     */
    List<Row> waiting() {
        return rows("ORDER BY id LIMIT ?", 1_000);
    }

    /**
     * Takes a mail, so that no other node sends it meanwhile.
     *
     * @param until from when it may be taken anew, if nothing more is heard of it
     * @return false when another one has it
     */
    boolean claim(Row mail, Instant until) {
        return write(
                        "UPDATE eb_mail_outbox SET next_ms = ?, attempts = attempts + 1"
                                + " WHERE id = ? AND next_ms = ? AND sent_ms IS NULL"
                                + " AND failed_ms IS NULL",
                        until.toEpochMilli(),
                        mail.id(),
                        mail.next().toEpochMilli())
                == 1;
    }

    /** It holds a link that lets somebody in: what was sent is emptied. */
    void sent(Row mail, Instant now) {
        write(
                "UPDATE eb_mail_outbox SET sent_ms = ?, body = '', error = '' WHERE id = ?",
                now.toEpochMilli(),
                mail.id());
    }

    /** It will not be tried again. */
    void failed(Row mail, String error, Instant now) {
        write(
                "UPDATE eb_mail_outbox SET failed_ms = ?, body = '', error = ? WHERE id = ?",
                now.toEpochMilli(),
                cut(error),
                mail.id());
    }

    void later(Row mail, String error, Instant next) {
        write(
                "UPDATE eb_mail_outbox SET next_ms = ?, error = ? WHERE id = ?",
                next.toEpochMilli(),
                cut(error),
                mail.id());
    }

    /** The server takes nothing: all wait, so that they go out in their order afterwards. */
    void allLater(String error, Instant next) {
        write(
                "UPDATE eb_mail_outbox SET next_ms = GREATEST(next_ms, ?), error = ?"
                        + " WHERE sent_ms IS NULL AND failed_ms IS NULL",
                next.toEpochMilli(),
                cut(error));
    }

    void forget(Instant before) {
        write(
                "DELETE FROM eb_mail_outbox WHERE COALESCE(sent_ms, failed_ms) < ?",
                before.toEpochMilli());
    }

    private static String cut(String error) {
        return error.length() <= ERROR ? error : error.substring(0, ERROR - 1) + "…";
    }

    private List<Row> rows(String rest, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id, message_id, kind, recipient, subject, body, made_ms,"
                                        + " next_ms, attempts, error FROM eb_mail_outbox"
                                        + " WHERE sent_ms IS NULL AND failed_ms IS NULL "
                                        + rest)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Row> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Row(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    Instant.ofEpochMilli(row.getLong(7)),
                                    Instant.ofEpochMilli(row.getLong(8)),
                                    row.getInt(9),
                                    row.getString(10)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot read eb_mail_outbox", e);
        }
    }

    private int write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot write to eb_mail_outbox", e);
        }
    }
}
