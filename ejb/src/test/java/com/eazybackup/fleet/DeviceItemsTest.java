package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.Engine;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each protected item of a device, and the device that is as late as the latest of them. */
class DeviceItemsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final DeviceItems items = new DeviceItems(DATABASE.source(), clock, FleetRows.RULE);

    @BeforeEach
    void aDeviceThatIsBackedUpEachDay() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_items",
                "DELETE FROM eb_device_standing",
                "DELETE FROM eb_item_standing");
        rows.device(1, "acme", "h1", "DC01");
        rows.stands(1, "h1", "acme", "j", 5000, SECONDS - HOUR - 60, SECONDS - HOUR, DAY);
    }

    @Test
    void theWorstComesFirst() throws SQLException {
        item("good", 2 * HOUR, DAY, 90 * DAY);
        item("unpromised", 90 * DAY, null, 90 * DAY);
        item("never", null, null, 90 * DAY);
        item("late", 3 * DAY, DAY, 90 * DAY);
        item("later", null, DAY, 9 * DAY);
        item("tolerated", 26 * HOUR, DAY, 90 * DAY);

        assertThat(answer().items().stream().map(DeviceItem::id))
                .containsExactly("later", "late", "never", "tolerated", "good", "unpromised");
        assertThat(answer().items().stream().filter(DeviceItem::overdue)).hasSize(2);
    }

    @Test
    void anItemSaysWhatItIsWhenItWasBackedUpWellAndWhenItIsDue() throws SQLException {
        item("i1", 3 * DAY, DAY, 90 * DAY);

        DeviceItems.Answer answer = answer();

        assertThat(answer.deviceName()).isEqualTo("DC01");
        assertThat(answer.tolerance()).isEqualTo(Duration.ofHours(2));
        assertThat(answer.items())
                .containsExactly(
                        new DeviceItem(
                                "i1",
                                "Files of i1",
                                "engine1/file",
                                SECONDS - 3 * DAY,
                                DAY,
                                SECONDS - 2 * DAY,
                                true));
        assertThat(answer.items().get(0).engine()).isEqualTo(Engine.FILES);
    }

    @Test
    void anItemWithoutAGoodBackupIsDueByItsOwnBeginningAndAYoungScheduleByItsOwn()
            throws SQLException {
        item("never", null, DAY, 9 * DAY);
        item("young", 40 * DAY, DAY, HOUR);

        assertThat(answer().items().stream().map(DeviceItem::dueAt))
                .containsExactly(SECONDS - 8 * DAY, SECONDS + 23 * HOUR);
    }

    @Test
    void oneSilentItemMakesItsDeviceOverdueAndTheRowSaysWhich() throws SQLException {
        item("i1", HOUR, DAY, 90 * DAY);
        assertThat(row().standing().state()).isEqualTo(DeviceState.SUCCESS);
        assertThat(row().lateItem()).isNull();

        item("i2", 3 * DAY, DAY, 90 * DAY);
        item("i3", 2 * DAY, DAY, 90 * DAY);

        DeviceRow row = row();
        assertThat(row.standing().state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(row.standing().itemLate()).isTrue();
        assertThat(row.standing().since()).isEqualTo(SECONDS - 2 * DAY);
        assertThat(row.standing().lastGoodAt()).isEqualTo(SECONDS - HOUR);
        assertThat(row.lateItem())
                .isEqualTo(new DeviceRow.LateItem("i2", "Files of i2", SECONDS - 2 * DAY, 1));
    }

    @Test
    void theOneItemThatIsLeftIsNamedWhenTheGoodBackupWasOfOneThatHasGone() throws SQLException {
        item("i2", null, DAY, 9 * DAY);

        DeviceRow row = row();
        assertThat(row.standing().lastGoodAt()).isEqualTo(SECONDS - HOUR);
        assertThat(row.standing().state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(row.lateItem())
                .isEqualTo(new DeviceRow.LateItem("i2", "Files of i2", SECONDS - 8 * DAY, 0));
    }

    @Test
    void whereNothingIsPromisedToAnyItemTheDeviceStandsAsItDidBefore() throws SQLException {
        item("i1", 90 * DAY, null, 90 * DAY);

        assertThat(row().standing().state()).isEqualTo(DeviceState.SUCCESS);
        assertThat(row().standing().dueAt()).isEqualTo(SECONDS - HOUR + DAY);
    }

    @Test
    void theRowsOfAPageTakeOneQueryMoreWhenADeviceIsOverdueByAnItem() throws SQLException {
        CountedQueries counted = new CountedQueries(DATABASE.source());
        DeviceList list = FleetRows.list(counted.source(), clock);
        item("i1", HOUR, DAY, 90 * DAY);
        int usual = counted.during(() -> list.page(scope(1, "acme"), query()));
        item("i2", 3 * DAY, DAY, 90 * DAY);
        DeviceList another = FleetRows.list(counted.source(), clock);

        assertThat(counted.during(() -> another.page(scope(1, "acme"), query())))
                .isEqualTo(usual + 1);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsDeviceIsAsUnknownAsOneThatIsNotThere() throws SQLException {
        item("i1", HOUR, DAY, 90 * DAY);
        String theirs = key(1, "h1");

        assertThat(items.of(scope(2, "acme"), theirs)).isEmpty();
        assertThat(items.of(scope(1, "other"), theirs)).isEmpty();
        assertThat(items.of(scope(1), theirs)).isEmpty();
        assertThat(items.of(scope(1, "acme"), "no-such-device")).isEmpty();
        rows.update("UPDATE comet_devices SET revoked_at = NOW()");
        assertThat(items.of(scope(1, "acme"), theirs)).isEmpty();
    }

    @Test
    void aDeviceWithoutAnItemHasNone() {
        assertThat(answer().items()).isEmpty();
    }

    private void item(String id, Long goodAgo, Long promised, long sinceAgo) throws SQLException {
        rows.update(
                "INSERT INTO comet_items (id, client_id, username, comet_device_id, name, type)"
                        + " VALUES (?,1,'acme',?,?,'engine1/file')",
                id,
                key(1, "h1"),
                "Files of " + id);
        rows.update(
                "INSERT INTO eb_item_standing (item_id, device_id, client_id, last_good_at,"
                        + " promised_secs, promised_since) VALUES (?,?,1,?,?,?)",
                id,
                key(1, "h1"),
                goodAgo == null ? null : SECONDS - goodAgo,
                promised,
                SECONDS - sinceAgo);
    }

    private DeviceItems.Answer answer() {
        return items.of(scope(1, "acme"), key(1, "h1")).orElseThrow();
    }

    private DeviceRow row() {
        List<DeviceRow> page =
                FleetRows.list(DATABASE.source(), clock).page(scope(1, "acme"), query()).items();
        assertThat(page).hasSize(1);
        return page.get(0);
    }

    private static DeviceQuery query() {
        return new DeviceQuery(1, 10, DeviceSort.NAME, DeviceFilter.ALL, ZoneOffset.UTC);
    }
}
