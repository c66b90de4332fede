package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.demo.DemoHistory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The days before the demo began, in a transaction that is undone: other tests count days. */
class DemoHistoryIT {

    private static final String BEFORE_TODAY = " WHERE client_id = 101 AND d < UTC_DATE()";

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void everyDayHasAFigureAndWhatWasCountedStays() throws Exception {
        try (Connection portal = World.get().connect();
                Statement sql = portal.createStatement()) {
            portal.setAutoCommit(false);
            try {
                sql.executeUpdate("DELETE FROM eb_devices_client_daily");
                sql.executeUpdate("DELETE FROM eb_storage_daily");
                sql.executeUpdate(
                        "INSERT INTO eb_devices_client_daily (d, client_id, registered, online)"
                                + " VALUES (UTC_DATE() - INTERVAL 3 DAY, 101, 7, 5)");

                DemoHistory.write(portal);

                assertThat(
                                number(
                                        sql,
                                        "SELECT COUNT(*) FROM eb_devices_client_daily"
                                                + BEFORE_TODAY))
                        .isEqualTo(29);
                assertThat(
                                number(
                                        sql,
                                        "SELECT COUNT(*) FROM eb_devices_client_daily"
                                                + BEFORE_TODAY
                                                + " AND (online > registered OR online = 0)"))
                        .isZero();
                // 110 devices have a service that is paid for; others are not counted.
                assertThat(
                                number(
                                        sql,
                                        "SELECT MAX(registered) FROM eb_devices_client_daily"
                                                + BEFORE_TODAY))
                        .isBetween(105L, 110L);
                assertThat(
                                number(
                                        sql,
                                        "SELECT registered FROM eb_devices_client_daily WHERE client_id"
                                                + " = 101 AND d = UTC_DATE() - INTERVAL 3 DAY"))
                        .isEqualTo(7);
                assertThat(
                                number(
                                        sql,
                                        "SELECT COUNT(DISTINCT d) FROM eb_storage_daily"
                                                + BEFORE_TODAY
                                                + " AND bytes_total > 0 AND bytes_total = bytes_t1000"
                                                + " + bytes_t1003"))
                        .isEqualTo(29);
            } finally {
                portal.rollback();
            }
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
