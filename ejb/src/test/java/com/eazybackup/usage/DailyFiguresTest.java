package com.eazybackup.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ServiceAccounts;
import java.net.URI;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of the day, from rows as ingestion writes them. */
class DailyFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final Instant NOW = Instant.parse("2026-11-27T02:05:00Z");

    private TestDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.migrated();
        com.eazybackup.simulator.CometAccess nowhere =
                new com.eazybackup.simulator.CometAccess(
                        URI.create("http://127.0.0.1:9"), "x", "y");
        try (Connection connection = database.source().getConnection()) {
            WhmcsTables.create(connection);
            WhmcsTables.fill(
                    connection,
                    DemoCustomers.standard(),
                    Map.of(DemoCustomers.COMETBACKUP, nowhere, DemoCustomers.OBC, nowhere));
        }
    }

    @Test
    void devicesAreThoseOfTheRegistryAndActiveIsWhoWasSeenInADay() throws Exception {
        long now = NOW.getEpochSecond();
        registry("a", now - 3600, "active");
        registry("b", now - 86_400, "active");
        registry("c", now - 86_401, "active");
        registry("d", now, "removed");

        new DevicesDaily(database.source()).write(DAY, NOW);
        assertThat(rows("SELECT d, registered, active_24h FROM eb_devices_daily"))
                .containsExactly("2026-11-27|3|2");

        registry("e", now, "active");
        new DevicesDaily(database.source()).write(DAY, NOW);
        assertThat(rows("SELECT registered, active_24h FROM eb_devices_daily"))
                .containsExactly("4|3");
    }

    private void registry(String device, long seen, String status) throws Exception {
        database.run(
                "INSERT INTO eb_devices_registry (server_id, device_id, username, registered_at,"
                        + " last_seen, status) VALUES ('cometbackup','%s','u',1,%d,'%s')"
                                .formatted(device, seen, status));
    }

    @Test
    void aClientsDevicesAreThoseWithAnActiveServiceOfTheSameSpelling() throws Exception {
        String user =
                rows("SELECT username FROM tblhosting h JOIN tblproducts p ON p.id = h.packageid"
                                + " WHERE h.userid = 103 AND h.domainstatus = 'Active'"
                                + " AND p.servertype = 'comet'")
                        .get(0);
        device("1", 103, user, 1, "NULL");
        device("2", 103, user, 0, "NULL");
        device("3", 103, user.toUpperCase(java.util.Locale.ROOT), 1, "NULL");
        device("4", 103, user, 1, "NOW()");
        device("5", 104, user, 1, "NULL");
        ClientDevicesDaily figures =
                new ClientDevicesDaily(
                        database.source(), new ServiceAccounts(database.source(), Set.of(2, 11)));

        figures.write(DAY);
        assertThat(clientRows()).containsExactly("103|2|1");

        database.run("UPDATE comet_devices SET revoked_at = NOW()");
        figures.write(DAY);
        assertThat(clientRows()).isEmpty();
    }

    private List<String> clientRows() throws Exception {
        return rows("SELECT client_id, registered, online FROM eb_devices_client_daily");
    }

    private void device(String id, int client, String user, int active, String revoked)
            throws Exception {
        database.run(
                "INSERT INTO comet_devices (id, client_id, username, hash, is_active, revoked_at)"
                        + " VALUES ('%s',%d,'%s','h%s',%d,%s)"
                                .formatted(id, client, user, id, active, revoked));
    }

    @Test
    void itemsOfAllClientsAreCountedInOneRow() throws Exception {
        item("a", "engine1/windisk", "one", "{}");
        item("b", "engine1/windisk", "one", "{}");
        item(
                "c",
                "engine1/hyperv",
                "one",
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalVmCount\":5}}}");
        item("d", "engine1/file", "two", "{}");
        item("e", "engine1/winmsofficemail", "two", "{}");
        ItemsDaily figures = new ItemsDaily(database.source());

        assertThat(figures.write(DAY)).isEqualTo(5);
        figures.write(DAY);

        assertThat(
                        rows(
                                "SELECT di_devices, hv_vms, vw_vms, m365_users, ff_items"
                                        + " FROM eb_items_daily"))
                .containsExactly("1|5|0|1|1");
    }

    private void item(String id, String engine, String device, String content) throws Exception {
        database.run(
                "INSERT INTO comet_items (id, client_id, username, name, type, comet_device_id,"
                        + " content) VALUES ('%s',1,'u','n','%s','%s','%s')"
                                .formatted(id, engine, device, content));
    }

    @Test
    void storageKeepsTheLargestOfTheDay() throws Exception {
        vault("a", 1000, 10, 1, "NULL");
        vault("b", 1003, 5, 1, "NULL");
        vault("c", 1003, 7, 0, "NULL");
        vault("d", 1003, 7, 1, "NOW()");
        vault("e", 1002, 7, 1, "NULL");
        StorageDaily figures = new StorageDaily(database.source());

        figures.measure(DAY);
        assertThat(storage()).containsExactly("1|u|15|10|5");

        database.run("UPDATE comet_vaults SET total_bytes = IF(type = 1000, 3, 9)");
        figures.measure(DAY);
        assertThat(storage()).containsExactly("1|u|15|10|9");

        figures.measure(DAY.plusDays(1));
        assertThat(storage()).containsExactly("1|u|15|10|9", "1|u|12|3|9");
    }

    private List<String> storage() throws Exception {
        return rows(
                "SELECT client_id, username, bytes_total, bytes_t1000, bytes_t1003"
                        + " FROM eb_storage_daily ORDER BY d");
    }

    private void vault(String id, int type, long bytes, int active, String removed)
            throws Exception {
        database.run(
                "INSERT INTO comet_vaults (id, client_id, username, name, type, total_bytes,"
                        + " is_active, removed_at) VALUES ('%s',1,'u','n',%d,%d,%d,%s)"
                                .formatted(id, type, bytes, active, removed));
    }

    private List<String> rows(String sql) throws Exception {
        return database.rows(sql);
    }
}
