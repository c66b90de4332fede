package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page costs the same for a fleet of a hundred and for one of ten thousand. */
class DeviceListCostTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final int SMALL = 1;
    private static final int LARGE = 2;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final DeviceList list = FleetRows.list(counted.source(), new MovedClock(NOW));

    @BeforeAll
    static void fleets() throws SQLException {
        fleet(SMALL, 100);
        fleet(LARGE, 10_000);
        // The server counts for itself only later, in the background.
        DATABASE.run("ANALYZE TABLE comet_devices, comet_jobs");
    }

    @Test
    void aPageTakesFiveQueriesWhateverTheFleetAndTheSizeOfThePage() throws SQLException {
        page(SMALL, 10);
        page(LARGE, 10);

        assertThat(counted.during(() -> page(SMALL, 10))).isEqualTo(5);
        assertThat(counted.during(() -> page(LARGE, 10))).isEqualTo(5);
        assertThat(counted.during(() -> page(LARGE, 200))).isEqualTo(5);
    }

    @Test
    void theFirstLookReadsTheWholeFleetInFourQueries() throws SQLException {
        assertThat(counted.during(() -> page(LARGE, 10))).isEqualTo(8);
    }

    @Test
    void theCountsTakeOneQuery() throws SQLException {
        assertThat(list.counts(scope(LARGE, "user2")).total()).isEqualTo(10_000);
        assertThat(counted.during(() -> list.counts(scope(LARGE, "user2")))).isEqualTo(1);
    }

    @Test
    void aClientWithoutServicesCostsNoQuery() throws SQLException {
        assertThat(counted.during(() -> list.page(scope(SMALL), query(10)))).isZero();
    }

    @Test
    void onlyThePageIsRead() throws SQLException {
        page(LARGE, 100);

        List<String> queries = counted.textsDuring(() -> page(LARGE, 100));

        assertThat(plan(queries.get(0))).contains("idx_changes_client");
        assertThat(plan(queries.get(1))).contains("PRIMARY");
        assertThat(plan(queries.get(2)))
                .contains("comet_jobs_comet_device_id_last_status_at_index");
        assertThat(plan(queries.get(4))).contains("eb_jobs_of_days").contains("Using index");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstPageReadsNoMoreRowsOfALargeFleetInAnyOrder(DeviceSort sort) throws SQLException {
        assertThat(rowsRead(LARGE, sort, "")).isLessThanOrEqualTo(rowsRead(SMALL, sort, "") + 10);
    }

    @Test
    void aSearchReadsNoMoreRowsOfALargeFleet() throws SQLException {
        assertThat(rowsRead(LARGE, DeviceSort.WORST, "pc"))
                .isLessThanOrEqualTo(rowsRead(SMALL, DeviceSort.WORST, "pc") + 10);
    }

    /** How often the server went to a row or a key for the first 100 devices. */
    private static long rowsRead(int client, DeviceSort sort, String text) throws SQLException {
        DeviceQuery query =
                new DeviceQuery(
                        1, 100, sort, DeviceFilter.of(text, Optional.empty()), ZoneId.of("UTC"));
        DeviceList kept = FleetRows.list(DATABASE.source(), new MovedClock(NOW));
        kept.page(scope(client, "user" + client), query);
        try (Connection connection = DATABASE.source().getConnection()) {
            long before = reads(connection);
            assertThat(kept.page(scope(client, "user" + client), query).items()).hasSize(100);
            return reads(connection) - before;
        }
    }

    private static long reads(Connection connection) throws SQLException {
        return new SqlQuery()
                        .add("SHOW GLOBAL STATUS LIKE 'Handler\\_read\\_%'")
                        .list(connection, row -> row.getLong(2))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private static String plan(String query) throws SQLException {
        return String.join("\n", DATABASE.rows("EXPLAIN " + query));
    }

    private void page(int client, int size) {
        DevicePage page = list.page(scope(client, "user" + client), query(size));
        assertThat(page.items()).hasSize(size).allMatch(row -> row.jobs24h().size() == 1);
    }

    private static DeviceQuery query(int size) {
        return new DeviceQuery(1, size, DeviceSort.NAME, DeviceFilter.ALL, ZoneId.of("UTC"));
    }

    private static void fleet(int client, int devices) throws SQLException {
        DATABASE.run(
                "INSERT INTO comet_devices (id, client_id, username, hash, name, is_active, content)"
                        + " SELECT SHA2(CONCAT("
                        + client
                        + ", 'h', seq), 256), "
                        + client
                        + ", 'user"
                        + client
                        + "', CONCAT('h', seq), CONCAT('PC', seq), 1, '{}' FROM seq_1_to_"
                        + devices,
                "INSERT INTO comet_jobs (id, client_id, username, comet_vault_id, comet_device_id,"
                        + " comet_item_id, type, status, started_at, ended_at, last_status_at)"
                        + " SELECT CONCAT('c"
                        + client
                        + "-', d.hash, '-', s.seq), d.client_id, d.username, 'v', d.id, 'i', 4001,"
                        + " 5000, FROM_UNIXTIME(1784116800 - s.seq * 86400 + 3600),"
                        + " FROM_UNIXTIME(1784116800 - s.seq * 86400 + 7200),"
                        + " FROM_UNIXTIME(1784116800 - s.seq * 86400 + 7200)"
                        + " FROM comet_devices d JOIN seq_1_to_3 s WHERE d.client_id = "
                        + client);
    }
}
