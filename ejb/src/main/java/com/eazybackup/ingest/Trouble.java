package com.eazybackup.ingest;

import java.sql.SQLException;
import java.util.Set;

/** Tells what the database cannot do now from what it will never do. */
final class Trouble {

    /** Data, integrity and syntax errors of SQL's standard. */
    private static final Set<String> BAD_DATA = Set.of("22", "23", "42");

    /** Wrong text, wrong date, no default: MySQL has no class of its own for them. */
    private static final Set<Integer> BAD_DATA_OF_MYSQL = Set.of(1292, 1364, 1366);

    /**
     * Of the class of syntax errors, and yet nothing that is wrong with a statement: too many
     * connections of one user, a limit of statements an hour, rights that somebody took away, a
     * database or a table that is not there while somebody restores it, and with it no quarantine.
     */
    private static final Set<Integer> PASSES_THOUGH_42 =
            Set.of(1044, 1049, 1142, 1143, 1146, 1203, 1226, 1227, 1370);

    private static final int PACKET_TOO_LARGE = 1153;

    private Trouble() {}

    /**
     * @return whether the same statement with the same values would fail again; all else (deadlock,
     *     lost connection, restart, read-only, full disk or pool) passes, or somebody repairs it
     */
    static boolean isBadData(SQLException e) {
        if (isTooLarge(e)) {
            return true;
        }
        if (PASSES_THOUGH_42.contains(e.getErrorCode())) {
            return false;
        }
        String state = e.getSQLState();
        boolean byState =
                state != null && state.length() == 5 && BAD_DATA.contains(state.substring(0, 2));
        return byState || BAD_DATA_OF_MYSQL.contains(e.getErrorCode());
    }

    /**
     * A row that no packet to the database can carry. The driver is the server's and no class of it
     * can be named here; it gives neither a state nor a number of its own.
     */
    private static boolean isTooLarge(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each.getClass().getSimpleName().equals("PacketTooBigException")) {
                return true;
            }
        }
        return e instanceof SQLException sql && sql.getErrorCode() == PACKET_TOO_LARGE;
    }
}
