package com.eazybackup.discount;

import com.eazybackup.discount.HistoryEntry.Kind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * An entry whose end is not known.
 *
 * @param undoes 0 when it is no undoing
 */
record PendingEntry(
        long id,
        Kind kind,
        Instant began,
        Instant settleFrom,
        String who,
        BigDecimal before,
        BigDecimal after,
        long undoes) {

    static final String SELECT =
            "SELECT id, kind, at_ms, settle_ms, who, amount_before, amount_after,"
                    + " COALESCE(undoes, 0) FROM eb_discount_history WHERE pending_of = ?";

    static PendingEntry of(ResultSet row) throws SQLException {
        return new PendingEntry(
                row.getLong(1),
                HistoryTable.kind(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getLong(8));
    }
}
