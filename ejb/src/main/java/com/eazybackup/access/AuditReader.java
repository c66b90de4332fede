package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads who did what, the newest first.
 *
 * <p>Guarantee: a client's lines are that client's and nobody else's; a line without a client is no
 * client's. What support did there is told as support's: its people's names, not their addresses.
 *
 * <p>Cost: one or two queries for a page, which look at {@link #LOOKED_AT} lines at most however
 * many there are. When nothing or little is found among these, the page says where to read on.
 *
 * <p>Limits: asks nobody whether the reader may; that is the {@link Door}'s. Lines are kept for
 * ever today: nothing deletes them.
 */
@ApplicationScoped
public class AuditReader {

    /** Lines that one page looks at. */
    public static final int LOOKED_AT = TrailQuery.LOOKED_AT;

    /** Lines that an export has. */
    public static final int EXPORTED = 100_000;

    private static final int AT_ONCE = 1_000;
    private static final int LOOKS = 1_000;

    private DataSource database;

    AuditReader() {}

    @Inject
    public AuditReader(DataSource database) {
        this.database = database;
    }

    /**
     * @param after where the page before has ended
     * @throws DatabaseUnavailable when the database does not answer
     */
    public TrailPage ofClient(
            ClientId client, TrailFilter filter, Optional<TrailPlace> after, int size) {
        TrailPage page = page(new TrailQuery(Optional.of(client), true, filter, after), size);
        return new TrailPage(
                page.lines().stream().map(TrailLine::forClient).toList(),
                page.next(),
                page.complete());
    }

    /**
     * @param client only about this one
     * @param after where the page before has ended
     * @throws DatabaseUnavailable when the database does not answer
     */
    public TrailPage everywhere(
            Optional<ClientId> client, TrailFilter filter, Optional<TrailPlace> after, int size) {
        return page(new TrailQuery(client, false, filter, after), size);
    }

    private TrailPage page(TrailQuery query, int size) {
        try (Connection connection = database.getConnection()) {
            Optional<TrailPlace> floor = query.floor(connection);
            List<TrailLine> lines = query.lines(connection, floor, size + 1);
            if (lines.size() > size) {
                List<TrailLine> full = lines.subList(0, size);
                return new TrailPage(full, Optional.of(full.get(size - 1).place()), true);
            }
            return new TrailPage(lines, floor, floor.isEmpty());
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot read eb_audit", e);
        }
    }

    /** One page after the other. */
    @FunctionalInterface
    public interface Pages {
        TrailPage after(Optional<TrailPlace> place, int size);
    }

    /** Somebody who takes lines. */
    @FunctionalInterface
    public interface Taker {
        void take(TrailLine line) throws IOException;
    }

    /**
     * Hands over line after line, of which a thousand are in memory.
     *
     * @return how many that were, and whether there may be more: after {@link #EXPORTED} lines it
     *     ends
     * @throws DatabaseUnavailable when the database does not answer, perhaps in the midst
     */
    public static Exported export(Pages pages, Taker taker) throws IOException {
        int count = 0;
        Optional<TrailPlace> place = Optional.empty();
        for (int look = 0; look < LOOKS && count < EXPORTED; look++) {
            TrailPage page = pages.after(place, Math.min(AT_ONCE, EXPORTED - count));
            for (TrailLine line : page.lines()) {
                taker.take(line);
                count++;
            }
            if (page.next().isEmpty()) {
                return new Exported(count, true);
            }
            place = page.next();
        }
        return new Exported(count, false);
    }

    /**
     * What an export has given.
     *
     * @param whole whether that was all
     */
    public record Exported(int lines, boolean whole) {}
}
