package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page costs the same for a fleet of a hundred and for one of ten thousand. */
class DeviceListCostTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final int SMALL = 1;
    private static final int LARGE = 2;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final DeviceList list = new DeviceList(counted.source(), new MovedClock(NOW));

    @BeforeAll
    static void fleets() throws SQLException {
        fleet(SMALL, 100);
        fleet(LARGE, 10_000);
    }

    @Test
    void aPageTakesFiveQueriesWhateverTheFleetAndTheSizeOfThePage() throws SQLException {
        assertThat(counted.during(() -> page(SMALL, 10))).isEqualTo(5);
        assertThat(counted.during(() -> page(LARGE, 10))).isEqualTo(5);
        assertThat(counted.during(() -> page(LARGE, 200))).isEqualTo(5);
    }

    @Test
    void theCountsTakeOneQuery() throws SQLException {
        assertThat(counted.during(() -> list.counts(scope(LARGE, "user2")))).isEqualTo(1);
        assertThat(list.counts(scope(LARGE, "user2")).total()).isEqualTo(10_000);
    }

    @Test
    void aClientWithoutServicesCostsNoQuery() throws SQLException {
        assertThat(counted.during(() -> list.page(scope(SMALL), query(10)))).isZero();
    }

    @Test
    void jobsAreFoundThroughTheIndexOnDeviceAndTime() throws SQLException {
        String plan =
                String.join(
                        "\n",
                        DATABASE.rows(
                                "EXPLAIN SELECT j.id FROM comet_jobs j WHERE j.comet_device_id IN"
                                        + " ('"
                                        + FleetRows.key(LARGE, "h1")
                                        + "','"
                                        + FleetRows.key(LARGE, "h2")
                                        + "') AND j.last_status_at >= FROM_UNIXTIME(1784030400)"
                                        + " AND j.client_id = 2"));

        assertThat(plan).contains("comet_jobs_comet_device_id_last_status_at_index");
    }

    private void page(int client, int size) {
        Page<DeviceRow> page = list.page(scope(client, "user" + client), query(size));
        assertThat(page.items()).hasSize(size).allMatch(row -> row.jobs24h().size() == 1);
    }

    private static DeviceQuery query(int size) {
        return new DeviceQuery(1, size, DeviceSort.NAME, "", Optional.empty(), ZoneId.of("UTC"));
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
