package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list by group: who stands where, what is counted, and what a change of groups changes. */
class GroupedDevicesTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int HARBOUR = 11;
    private static final int ACORN = 12;
    private static final int EMPTY = 13;
    private static final int THEIRS = 21;

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final ChangeLog feed = new ChangeLog(DATABASE.source(), clock);
    private final KnownFleets fleets = FleetRows.fleets(counted.source(), clock);
    private final DeviceList list = new DeviceList(counted.source(), clock, FleetRows.RULE, fleets);
    private final FleetStandings standings = new FleetStandings(clock, FleetRows.RULE, fleets);

    /** Harbour: Gull in error, Crab well. Acorn: Oak well. In no group: Ant in error, Bee well. */
    @BeforeEach
    void fiveDevicesAndThreeGroups() throws SQLException {
        DATABASE.run(
                "DELETE FROM eb_device_groups",
                "DELETE FROM comet_devices",
                "DELETE FROM eb_device_standing",
                "DELETE FROM eb_incident_ack",
                "DELETE FROM eb_changes",
                "INSERT INTO eb_device_groups (id, client_id, name, name_norm, sort_order) VALUES"
                        + " (11, 1, 'Harbour', 'harbour', 10), (12, 1, 'Acorn', 'acorn', 20),"
                        + " (13, 1, 'Empty', 'empty', 20), (21, 2, 'Theirs', 'theirs', 10)");
        device("gull", "Gull", 7002);
        device("crab", "Crab", 5000);
        device("oak", "Oak", 5000);
        device("ant", "Ant", 7002);
        device("bee", "Bee", 5000);
        assign("gull", HARBOUR);
        assign("crab", HARBOUR);
        assign("oak", ACORN);
    }

    @Test
    void groupsStandInTheirOrderAndInEachTheWorstFirst() {
        DevicePage page = grouped(DeviceFilter.ALL, Set.of());

        assertThat(names(page)).containsExactly("Gull", "Crab", "Oak", "Ant", "Bee");
        assertThat(page.items())
                .extracting(DeviceRow::groupId)
                .containsExactly(HARBOUR, HARBOUR, ACORN, null, null);
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.sections())
                .containsExactly(
                        new GroupSection(
                                HARBOUR, 2, Map.of(DeviceState.ERROR, 1L, DeviceState.SUCCESS, 1L)),
                        new GroupSection(ACORN, 1, Map.of(DeviceState.SUCCESS, 1L)),
                        new GroupSection(EMPTY, 0, Map.of()),
                        new GroupSection(
                                0, 2, Map.of(DeviceState.ERROR, 1L, DeviceState.SUCCESS, 1L)));
    }

    @Test
    void withoutGroupingTheListHasNoSectionsAndStillSaysWhoIsWhere() {
        DevicePage page = list.page(scope(1, "acme"), DeviceQuery.first(ZoneOffset.UTC));

        assertThat(page.sections()).isNull();
        assertThat(names(page)).containsExactly("Ant", "Bee", "Crab", "Gull", "Oak");
        assertThat(page.items().get(2).groupId()).isEqualTo(HARBOUR);
    }

    @Test
    void aClosedGroupIsCountedAndItsDevicesAreOnNoPage() {
        DevicePage page = grouped(DeviceFilter.ALL, Set.of(HARBOUR, 0));

        assertThat(names(page)).containsExactly("Oak");
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.sections()).extracting(GroupSection::total).containsExactly(2L, 1L, 0L, 2L);
    }

    @Test
    void pagesGoOnOverTheBordersOfGroups() {
        assertThat(names(page(2, 2, DeviceFilter.ALL))).containsExactly("Oak", "Ant");
        assertThat(page(2, 2, DeviceFilter.ALL).sections())
                .isEqualTo(grouped(DeviceFilter.ALL, Set.of()).sections());
    }

    @Test
    void aFilterLeavesOutTheGroupsInWhichItFindsNobody() {
        DevicePage found = grouped(DeviceFilter.of("Oak", Optional.empty()), Set.of());
        assertThat(found.sections()).extracting(GroupSection::groupId).containsExactly(ACORN);

        DevicePage issues = grouped(DeviceFilter.standing(DeviceState.NEEDING), Set.of());
        assertThat(names(issues)).containsExactly("Gull", "Ant");
        assertThat(issues.sections()).extracting(GroupSection::groupId).containsExactly(HARBOUR, 0);
    }

    @Test
    void someGroupsAreAskedForAndCounted() {
        DeviceFilter some = DeviceFilter.ALL.in(new GroupChoice(Set.of(ACORN, 0), false));

        assertThat(names(grouped(some, Set.of()))).containsExactly("Oak", "Ant", "Bee");
        StandingSummary summary = standings.of(scope(1, "acme"), some);
        assertThat(summary.total()).isEqualTo(3);
        assertThat(summary.counts())
                .containsEntry(DeviceState.ERROR, 1L)
                .containsEntry(DeviceState.SUCCESS, 2L);
        assertThat(summary.longest().orElseThrow().name()).isEqualTo("Ant");
    }

    @Test
    void groupsWithIssuesAreAskedForWithAllTheirDevicesUnlessTheIssueIsSnoozed()
            throws SQLException {
        DeviceFilter troubled = DeviceFilter.ALL.in(new GroupChoice(Set.of(), true));
        assertThat(names(grouped(troubled, Set.of())))
                .containsExactly("Gull", "Crab", "Ant", "Bee");

        rows.update(
                "INSERT INTO eb_incident_ack (client_id, job_id, until_ts) VALUES (1,'e-ant',?)",
                SECONDS + 600);
        DevicePage without = grouped(troubled, Set.of());
        assertThat(names(without)).containsExactly("Gull", "Crab");
        assertThat(grouped(DeviceFilter.ALL, Set.of()).sections().get(3).counts())
                .containsExactly(Map.entry(DeviceState.SUCCESS, 1L));
    }

    @Test
    void statesAndGroupsAreAskedForTogether() {
        DeviceFilter filter =
                DeviceFilter.standing(EnumSet.of(DeviceState.ERROR))
                        .in(new GroupChoice(Set.of(HARBOUR), false));

        assertThat(names(grouped(filter, Set.of()))).containsExactly("Gull");
    }

    @Test
    void aChangeOfGroupsIsKnownWithItsLineOfTheFeedAndCostsOneQuery() throws SQLException {
        int usual = counted.during(() -> grouped(DeviceFilter.ALL, Set.of()));
        assertThat(usual).isGreaterThan(5);
        usual = counted.during(() -> grouped(DeviceFilter.ALL, Set.of()));

        rows.update("UPDATE eb_device_groups SET sort_order = 5 WHERE id = ?", ACORN);
        assign("bee", ACORN);
        tellOfGroups();

        int after = counted.during(() -> grouped(DeviceFilter.ALL, Set.of()));
        assertThat(after).isEqualTo(usual + 1);
        assertThat(names(grouped(DeviceFilter.ALL, Set.of())))
                .containsExactly("Bee", "Oak", "Gull", "Crab", "Ant");

        rows.update("DELETE FROM eb_device_groups WHERE id = ?", ACORN);
        tellOfGroups();
        assertThat(names(grouped(DeviceFilter.ALL, Set.of())))
                .containsExactly("Gull", "Crab", "Ant", "Bee", "Oak");
    }

    @Test
    @Tag("fault-13")
    void groupsThatCouldNotBeReadAreReadWithTheNextQuestion() throws SQLException {
        DATABASE.run("RENAME TABLE eb_device_groups TO eb_device_groups_away");
        assertThatThrownBy(() -> grouped(DeviceFilter.ALL, Set.of()))
                .isInstanceOf(FleetUnreadable.class);
        DATABASE.run("RENAME TABLE eb_device_groups_away TO eb_device_groups");
        assertThat(names(grouped(DeviceFilter.ALL, Set.of()))).startsWith("Gull", "Crab", "Oak");

        assign("bee", ACORN);
        tellOfGroups();
        DATABASE.run("RENAME TABLE eb_device_groups TO eb_device_groups_away");
        assertThatThrownBy(() -> grouped(DeviceFilter.ALL, Set.of()))
                .isInstanceOf(FleetUnreadable.class);
        DATABASE.run("RENAME TABLE eb_device_groups_away TO eb_device_groups");
        assertThat(names(grouped(DeviceFilter.ALL, Set.of())))
                .containsExactly("Gull", "Crab", "Bee", "Oak", "Ant");
    }

    @Test
    void neitherAnotherClientsGroupNorItsAssignmentsAreAnybodyElses() throws SQLException {
        rows.device(2, "acme", "theirs", "Theirs");
        rows.update(
                "INSERT INTO eb_device_group_assignments (client_id, device_id, group_id)"
                        + " VALUES (1,?,?)",
                key(1, "bee"),
                THEIRS);

        DevicePage page = grouped(DeviceFilter.ALL, Set.of());
        assertThat(page.sections()).extracting(GroupSection::groupId).doesNotContain(THEIRS);
        assertThat(page.items().get(4).groupId()).isNull();
        DeviceFilter theirs = DeviceFilter.ALL.in(new GroupChoice(Set.of(THEIRS), false));
        assertThat(grouped(theirs, Set.of()).items()).isEmpty();
    }

    @Test
    void aClientWithoutGroupsHasOneSectionOfAllItsDevices() throws SQLException {
        rows.update("DELETE FROM eb_device_groups WHERE client_id = ?", 1);
        DevicePage page = grouped(DeviceFilter.ALL, Set.of());

        assertThat(page.sections())
                .extracting(GroupSection::groupId, GroupSection::total)
                .containsExactly(tuple(0, 5L));
        assertThat(list.page(scope(1), query(1, 50, DeviceFilter.ALL, Set.of())).sections())
                .isEmpty();
    }

    private DevicePage grouped(DeviceFilter filter, Set<Integer> closed) {
        return list.page(scope(1, "acme"), query(1, 50, filter, closed));
    }

    private DevicePage page(int page, int size, DeviceFilter filter) {
        return list.page(scope(1, "acme"), query(page, size, filter, Set.of()));
    }

    private static DeviceQuery query(int page, int size, DeviceFilter filter, Set<Integer> closed) {
        return new DeviceQuery(
                page,
                size,
                DeviceSort.WORST,
                filter,
                Optional.of(new Grouping(closed)),
                ZoneOffset.UTC);
    }

    private static List<String> names(DevicePage page) {
        return page.items().stream().map(DeviceRow::name).toList();
    }

    private void device(String hash, String name, int status) throws SQLException {
        rows.device(1, "acme", hash, name);
        rows.update(
                "INSERT INTO eb_device_standing (device_id, client_id, username, job_id, status,"
                        + " started_at, ended_at) VALUES (?,1,'acme',?,?,?,?)",
                key(1, hash),
                "e-" + hash,
                status,
                SECONDS - 120,
                SECONDS - 60);
    }

    private void assign(String hash, int group) throws SQLException {
        rows.update(
                "INSERT INTO eb_device_group_assignments (client_id, device_id, group_id)"
                        + " VALUES (1,?,?)",
                key(1, hash),
                group);
    }

    private void tellOfGroups() throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            feed.append(
                    connection,
                    List.of(FleetChange.Draft.of(new ClientId(1), FleetReader.OF_GROUPS, "{}")));
        }
    }
}
