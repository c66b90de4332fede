package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoundDevicesTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ClientScope OURS = scope(1, "acme", "acme-web");

    private final FleetRows rows = new FleetRows(DATABASE);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final DeviceList list = FleetRows.list(counted.source(), new MovedClock(NOW));

    @BeforeEach
    void twoClients() throws SQLException {
        DATABASE.run("DELETE FROM comet_devices", "DELETE FROM eb_changes");
        rows.device(1, "acme-web", "h1", "Anna");
        rows.device(1, "acme", "h2", "Old web");
        rows.device(1, "acme", "h3", "Web 2");
        rows.device(1, "acme", "h4", "web");
        rows.device(1, "gone", "h5", "web of an ended service");
        rows.device(2, "other", "h6", "web of somebody else");
    }

    @Test
    void theNearestNameComesFirstAndAUserNameCountsLast() {
        Found<FoundDevice> found = list.find(OURS, "WEB", 9);

        assertThat(found.total()).isEqualTo(4);
        assertThat(found.items())
                .extracting(FoundDevice::name)
                .containsExactly("web", "Web 2", "Old web", "Anna");
        assertThat(found.items().get(0))
                .isEqualTo(
                        new FoundDevice(
                                key(1, "h4"), "web", "acme", true, DeviceState.NEVER, false));
        assertThat(list.find(OURS, "web", 1).items())
                .extracting(FoundDevice::name)
                .containsExactly("web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "acme 2", "2 acme", "anna", "nothing such", "%"})
    void theListFindsTheSame(String words) {
        DeviceFilter filter = DeviceFilter.of(words, Optional.empty());
        DeviceQuery query = new DeviceQuery(1, 50, DeviceSort.NAME, filter, ZoneOffset.UTC);

        Found<FoundDevice> found = list.find(OURS, words, 50);

        assertThat(found.items())
                .extracting(FoundDevice::id)
                .containsExactlyInAnyOrderElementsOf(
                        list.page(OURS, query).items().stream().map(DeviceRow::id).toList());
    }

    @Test
    void devicesAreFoundInWhatIsKnownOfTheFleet() throws SQLException {
        list.find(OURS, "web", 5);

        assertThat(counted.during(() -> list.find(OURS, "acme 2", 5))).isEqualTo(1);
        assertThat(counted.during(() -> list.find(scope(1), "web", 5))).isZero();
    }
}
