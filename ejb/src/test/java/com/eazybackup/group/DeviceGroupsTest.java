package com.eazybackup.group;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChanged;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.GroupCounts;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.pulse.Outage;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.KeptEvents;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeviceGroupsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int ROUNDS = 20;

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final KeptEvents<FleetChanged> events = new KeptEvents<>();
    private final DeviceGroups groups = on(counted.source());
    private final ClientScope acme = scope(1, "acme", "acme-too");
    private final ClientScope other = scope(2, "acme");
    private final ExecutorService two = Executors.newFixedThreadPool(2);

    /** As the server's pool has it. */
    @BeforeAll
    static void readCommitted() throws SQLException {
        ((MysqlDataSource) DATABASE.source()).setSessionVariables("tx_isolation='READ-COMMITTED'");
    }

    @BeforeEach
    void aFleet() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM eb_device_groups",
                "DELETE FROM eb_changes");
        rows.device(1, "acme", "A", "DC01");
        rows.device(1, "acme", "B", "DC02");
        rows.device(1, "acme-too", "C", "DC03");
        rows.device(1, "ACME", "suspended", "of another user name");
        rows.device(1, "acme", "revoked", "gone");
        rows.update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'revoked'");
        rows.device(2, "acme", "A", "Theirs");
    }

    @AfterEach
    void end() {
        two.shutdownNow();
    }

    private DeviceGroups on(DataSource database) {
        return new DeviceGroups(
                database,
                new GroupNews(database, new ChangeLog(database, clock), events),
                new GroupCounts(clock, FleetRows.fleets(database, clock)));
    }

    @Test
    void eachNewGroupIsTenAfterTheLast() throws SQLException {
        assertThat(made("B").sortOrder()).isEqualTo(10);
        GroupId second = id(made("A"));
        assertThat(made("C").sortOrder()).isEqualTo(30);
        groups.delete(acme, second);
        rows.update("UPDATE eb_device_groups SET sort_order = 37 WHERE name = 'C'");

        assertThat(made("D").sortOrder()).isEqualTo(47);
        assertThat(groups.create(other, group("B")).sortOrder()).isEqualTo(10);
        assertThat(names()).containsExactly("B", "C", "D");
    }

    @Test
    void whatHasTheSamePlaceStandsByName() throws SQLException {
        made("b");
        made("A");
        made("c");
        rows.update("UPDATE eb_device_groups SET sort_order = 5");

        assertThat(names()).containsExactly("A", "b", "c");
    }

    @Test
    void aGroupIsAsItWasMade() {
        DeviceGroup made =
                groups.create(
                        acme,
                        new NewGroup(
                                new GroupName(" Dr.  Chen "),
                                Optional.of(GroupColor.TEAL),
                                Optional.of(GroupIcon.HEALTH)));

        assertThat(made)
                .isEqualTo(
                        new DeviceGroup(
                                made.id(),
                                "Dr. Chen",
                                Optional.of(GroupColor.TEAL),
                                Optional.of(GroupIcon.HEALTH),
                                10,
                                0));
        assertThat(list().groups()).containsExactly(made);
    }

    @Test
    void whatPhpHasLeftIsNoColourAndNoPictureAndStaysUntilItIsChanged() throws SQLException {
        rows.update(
                "INSERT INTO eb_device_groups (client_id, name, name_norm, color, icon)"
                        + " VALUES (1, 'Old', 'old', '#ff0000', 'fa-tooth')");
        DeviceGroup old = list().groups().get(0);
        assertThat(old.color()).isEmpty();
        assertThat(old.icon()).isEmpty();

        groups.change(acme, id(old), renamed("Older"));
        assertThat(DATABASE.rows("SELECT name, color, icon FROM eb_device_groups"))
                .containsExactly("Older|#ff0000|fa-tooth");
        groups.change(
                acme,
                id(old),
                new GroupChange(Patch.unnamed(), Patch.to(GroupColor.RED), Patch.to(null)));
        assertThat(DATABASE.rows("SELECT name, color, icon FROM eb_device_groups"))
                .containsExactly("Older|red|-");
    }

    @Test
    void aNameIsTakenInWhateverCaseAndWithWhateverAccents() {
        made("Café du Nord");
        GroupId second = id(made("Second"));

        for (String same : List.of("café du nord", "CAFE DU NORD", "Cafe\u0301  du Nord")) {
            assertThatThrownBy(() -> made(same))
                    .isInstanceOfSatisfying(
                            GroupRefused.class, e -> assertThat(e.conflict()).isTrue())
                    .hasMessage("There is already a group named \"Café du Nord\".");
            assertThatThrownBy(() -> groups.change(acme, second, renamed(same)))
                    .hasMessage("There is already a group named \"Café du Nord\".");
        }
        assertThat(names()).containsExactly("Café du Nord", "Second");
        assertThat(groups.create(other, group("Café du Nord")).id()).isPositive();
    }

    @Test
    void itsOwnNameInOtherCaseIsNotTaken() {
        GroupId id = id(made("Café du Nord"));

        assertThat(groups.change(acme, id, renamed("CAFE DU NORD")).map(DeviceGroup::name))
                .contains("CAFE DU NORD");
        assertThat(names()).containsExactly("CAFE DU NORD");
    }

    @Test
    @Timeout(60)
    void ofTwoOfTheSameNameAtTheSameMomentOneIsMadeAndTheOtherIsToldSo() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "Group " + round;
            if (round == ROUNDS / 2) {
                rows.update("DELETE FROM eb_device_groups");
            }
            List<String> told =
                    atOnce(() -> tried(name), () -> tried(name.toUpperCase(Locale.ROOT)));

            assertThat(told).as(name).containsOnlyOnce("made");
            assertThat(told)
                    .anySatisfy(
                            one ->
                                    assertThat(one)
                                            .startsWithIgnoringCase(
                                                    "There is already a group named \"" + name));
        }
    }

    private String tried(String name) {
        try {
            made(name);
            return "made";
        } catch (GroupRefused e) {
            return e.getMessage();
        }
    }

    @Test
    void aClientHasFiveHundredGroupsAndNoMore() throws SQLException {
        rows.update(
                "INSERT INTO eb_device_groups (client_id, name, name_norm)"
                        + " SELECT 1, CONCAT('g', seq), CONCAT('g', seq) FROM seq_1_to_500");

        assertThatThrownBy(() -> made("One more"))
                .isInstanceOfSatisfying(GroupRefused.class, e -> assertThat(e.conflict()).isFalse())
                .hasMessage("There are 500 groups already, which is all.");
        assertThat(groups.create(other, group("First")).sortOrder()).isEqualTo(10);
    }

    @Test
    void devicesAreCountedThatTheClientMaySee() throws SQLException {
        long first = made("First").id();
        long second = made("Second").id();
        assign(first, "A", "B");
        assign(second, "C");
        rows.update(
                "INSERT INTO eb_device_group_assignments (client_id, device_id, group_id)"
                        + " SELECT 1, id, ? FROM comet_devices WHERE hash IN ('revoked', 'suspended')",
                first);
        rows.device(1, "acme", "D", "in none");

        GroupList list = list();

        assertThat(list.groups()).extracting(DeviceGroup::count).containsExactly(2L, 1L);
        assertThat(list.assignments())
                .containsOnly(
                        Map.entry(key(1, "A"), first),
                        Map.entry(key(1, "B"), first),
                        Map.entry(key(1, "C"), second));
        assertThat(list.ungrouped()).isEqualTo(1);
        assertThat(groups.list(acme)).isEqualTo(new GroupList(list.groups(), Map.of(), 1));
        assertThat(groups.listWithAssignments(other))
                .isEqualTo(new GroupList(List.of(), Map.of(), 1));
    }

    @Test
    void whoHasNoServiceSeesItsGroupsEmpty() {
        assign(made("First").id(), "A");

        GroupList list = groups.listWithAssignments(scope(1));

        assertThat(list.groups()).extracting(DeviceGroup::count).containsExactly(0L);
        assertThat(list.assignments()).isEmpty();
        assertThat(list.ungrouped()).isZero();
        assertThat(groups.assign(scope(1), wish(0, "A"))).isEmpty();
    }

    @Test
    void anAssignmentToAnotherClientsGroupCountsForNothing() throws SQLException {
        long theirs = groups.create(other, group("Theirs")).id();
        rows.update(
                "INSERT INTO eb_device_group_assignments (client_id, device_id, group_id)"
                        + " VALUES (1, ?, ?)",
                key(1, "A"),
                theirs);

        assertThat(list()).isEqualTo(new GroupList(List.of(), Map.of(), 3));
        assertThat(groups.listWithAssignments(other).groups())
                .extracting(DeviceGroup::count)
                .containsExactly(0L);
    }

    @Test
    void theListTakesTwoQueriesAndAChangeAFewHoweverManyDevices() throws SQLException {
        GroupId id = id(made("First"));
        assertThat(counted.during(() -> groups.listWithAssignments(acme))).isEqualTo(2);
        groups.list(acme); // reads the devices
        assertThat(counted.during(() -> groups.list(acme))).isEqualTo(2);
        assertThat(counted.during(() -> groups.create(acme, group("Second")))).isEqualTo(6);
        assertThat(counted.during(() -> groups.change(acme, id, renamed("1st")))).isEqualTo(7);
        assertThat(counted.during(() -> assign(id.value(), "A", "B", "C"))).isEqualTo(5);
        assertThat(counted.during(() -> assign(0, "A", "B", "C"))).isEqualTo(4);
        List<Long> all = new ArrayList<>(list().groups().stream().map(DeviceGroup::id).toList());
        Collections.reverse(all);
        assertThat(counted.during(() -> groups.order(acme, all))).isEqualTo(5);
        assertThat(counted.during(() -> groups.delete(acme, id))).isEqualTo(6);
    }

    @Test
    void aDeviceIsInOneGroupAndThenInAnotherAndThenInNone() {
        long first = made("First").id();
        long second = made("Second").id();

        assertThat(groups.assign(acme, wish(first, "A", "B", "A"))).contains(2);
        assertThat(groups.assign(acme, wish(second, "B", "C"))).contains(2);
        assertThat(list().groups()).extracting(DeviceGroup::count).containsExactly(1L, 2L);
        assertThat(groups.assign(acme, wish(0, "A", "B"))).contains(2);
        assertThat(groups.assign(acme, wish(0, "A"))).as("it was in none").contains(1);
        assertThat(list().assignments()).containsOnlyKeys(key(1, "C"));
    }

    @Test
    @Tag("fault-23")
    void oneDeviceOrGroupThatIsNotTheClientsAndNothingIsDone() throws SQLException {
        long first = made("First").id();
        long theirs = groups.create(other, group("Theirs")).id();
        assign(first, "A");
        List<String> before = state();

        for (String foreign :
                List.of(
                        key(2, "A"),
                        key(1, "suspended"),
                        key(1, "revoked"),
                        key(1, "B").toUpperCase(Locale.ROOT),
                        key(1, "B") + " ",
                        "no-such-device",
                        "",
                        "\u0000",
                        "\ud83d",
                        "é".repeat(128),
                        "x".repeat(129))) {
            for (long group : new long[] {first, 0}) {
                Assignment wish = Assignment.of(List.of(key(1, "A"), foreign), id(group));
                assertThat(groups.concerns(acme, wish)).as(foreign).isFalse();
                assertThat(groups.assign(acme, wish)).as(foreign).isEmpty();
            }
        }
        for (long group : new long[] {theirs, 999_999_999L, 9_999_999_999L}) {
            assertThat(groups.concerns(acme, wish(group, "B"))).isFalse();
            assertThat(groups.assign(acme, wish(group, "B"))).isEmpty();
        }
        assertThat(groups.has(acme, new GroupId(theirs))).isFalse();
        assertThat(groups.delete(acme, new GroupId(theirs))).isEmpty();
        assertThat(groups.change(acme, new GroupId(theirs), renamed("Mine"))).isEmpty();
        assertThat(state()).isEqualTo(before);
        assertThat(groups.concerns(acme, wish(first, "A", "B"))).isTrue();
        assertThat(groups.has(acme, new GroupId(first))).isTrue();
    }

    @Test
    void tenThousandDevicesAreOneCallAndNoMore() throws SQLException {
        rows.update(
                "INSERT INTO comet_devices (id, client_id, username, hash)"
                        + " SELECT SHA2(seq, 256), 1, 'acme', seq FROM seq_1_to_10000");
        long first = made("First").id();
        List<String> all =
                DATABASE.rows("SELECT id FROM comet_devices WHERE hash REGEXP '^[0-9]+$'");

        Assignment wish = Assignment.of(all, id(first));
        assertThat(groups.concerns(acme, wish)).isTrue();
        assertThat(groups.assign(acme, wish)).contains(10_000);

        assertThat(list().groups()).extracting(DeviceGroup::count).containsExactly(10_000L);
        assertThat(groups.assign(acme, Assignment.of(all, Optional.empty()))).contains(10_000);
        assertThat(list().ungrouped()).isEqualTo(10_003);
        List<String> more = new ArrayList<>(all);
        more.addAll(all);
        assertThat(Assignment.of(more, Optional.empty()).devices()).hasSize(10_000);
        more.add("one more");
        assertThatThrownBy(() -> Assignment.of(more, Optional.empty()))
                .hasMessage("device_ids has the ids of 1 to 10000 devices.");
        assertThatThrownBy(() -> Assignment.of(List.of(), Optional.empty()))
                .isInstanceOf(GroupRefused.class);
        assertThatThrownBy(
                        () ->
                                Assignment.of(
                                        Collections.singletonList((String) null), Optional.empty()))
                .hasMessage("device_ids has the ids of devices.");
    }

    @Test
    void whoDeletesAGroupPutsItsDevicesIntoNone() throws SQLException {
        long first = made("First").id();
        long second = made("Second").id();
        assign(first, "A", "B");
        assign(second, "C");

        assertThat(groups.delete(acme, new GroupId(first))).contains(2L);

        assertThat(DATABASE.rows("SELECT device_id, group_id FROM eb_device_group_assignments"))
                .containsExactly(key(1, "C") + "|" + second);
        assertThat(groups.delete(acme, new GroupId(first))).isEmpty();
    }

    @Test
    @Timeout(60)
    void aGroupThatIsDeletedWhileItIsFilledIsGoneWithWhatIsInIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            GroupId id = id(made("Round " + round));
            atOnce(
                    () -> groups.delete(acme, id).isPresent(),
                    () -> groups.assign(acme, wish(id.value(), "A", "B", "C")).isPresent());

            assertThat(state()).isEmpty();
        }
    }

    @Test
    void theOrderIsTensFromTheFirst() {
        List<Long> ids = IntStream.range(0, 12).mapToObj(i -> made("g" + i).id()).toList();
        List<Long> wanted = new ArrayList<>(ids);
        Collections.reverse(wanted);

        assertThat(groups.order(acme, wanted)).isEqualTo(12);

        assertThat(list().groups()).extracting(DeviceGroup::id).isEqualTo(wanted);
        assertThat(list().groups().get(11).sortOrder()).isEqualTo(120);
    }

    @Test
    @Timeout(60)
    void whoOrdersAndWhoRenamesDoNotWaitForEachOther() throws Exception {
        GroupId first = id(made("First"));
        GroupId second = id(made("Second"));
        for (int round = 0; round < ROUNDS; round++) {
            GroupChange renamed = renamed("Round " + round);
            atOnce(
                    () -> groups.order(acme, List.of(second.value(), first.value())),
                    () -> groups.change(acme, first, renamed).isPresent());
        }
        assertThat(names()).containsExactly("Second", "Round " + (ROUNDS - 1));
    }

    @Test
    void anOrderIsOfExactlyTheClientsGroups() {
        long first = made("First").id();
        long second = made("Second").id();
        long theirs = groups.create(other, group("Theirs")).id();

        for (List<Long> wrong :
                List.of(
                        List.of(first),
                        List.<Long>of(),
                        List.of(first, theirs),
                        List.of(second, first, theirs),
                        List.of(second, first, 0L))) {
            assertThatThrownBy(() -> groups.order(acme, wrong))
                    .as(wrong.toString())
                    .isInstanceOfSatisfying(
                            GroupRefused.class, e -> assertThat(e.conflict()).isFalse())
                    .hasMessage("The order names each group that there is, and no other.");
        }
        assertThatThrownBy(() -> groups.order(acme, List.of(second, first, second)))
                .hasMessage("The order names a group twice.");
        assertThat(names()).containsExactly("First", "Second");
    }

    @Test
    void whatChangesIsInTheFeedOnceAndWhatDoesNotIsNot() throws SQLException {
        GroupId id = id(made("First"));
        groups.change(acme, id, renamed("1st"));
        assign(id.value(), "A", "B");
        groups.order(acme, List.of(id.value()));
        groups.delete(acme, id);
        assertThat(feed()).containsExactlyElementsOf(Collections.nCopies(5, "1|groups|{}"));
        assertThat(events.fired()).hasSize(5);

        groups.create(other, group("First"));
        assertThat(feed()).hasSize(6).endsWith("2|groups|{}");
        assertThatThrownBy(() -> groups.create(other, group("first")))
                .isInstanceOf(GroupRefused.class);
        assertThatThrownBy(() -> groups.order(other, List.of())).isInstanceOf(GroupRefused.class);
        groups.delete(acme, id);
        groups.assign(acme, wish(0, "no-such-device"));
        groups.listWithAssignments(other);
        assertThat(feed()).hasSize(6);
        assertThat(events.fired()).hasSize(6);
    }

    @Test
    void withoutItsLineInTheFeedNoChangeIsMade() throws SQLException {
        long first = made("First").id();
        assign(first, "A");
        List<String> before = state();
        int told = events.fired().size();
        DATABASE.run("RENAME TABLE eb_change_seq TO eb_change_seq_away");
        try {
            for (Runnable change :
                    List.<Runnable>of(
                            () -> made("Second"),
                            () -> groups.change(acme, new GroupId(first), renamed("1st")),
                            () -> groups.delete(acme, new GroupId(first)),
                            () -> groups.order(acme, List.of(first)),
                            () -> assign(first, "B", "C"),
                            () -> assign(0, "A"))) {
                assertThatThrownBy(change::run).isInstanceOf(DatabaseUnavailable.class);
                assertThat(state()).isEqualTo(before);
            }
        } finally {
            DATABASE.run("RENAME TABLE eb_change_seq_away TO eb_change_seq");
        }
        assertThat(events.fired()).hasSize(told);
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() {
        DeviceGroups away = on(Outage.source());

        assertThatThrownBy(() -> away.listWithAssignments(acme))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> away.create(acme, group("First")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> away.concerns(acme, wish(0, "A")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(events.fired()).isEmpty();
    }

    private <T> List<T> atOnce(Callable<? extends T> one, Callable<? extends T> another)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<? extends T>> under = new ArrayList<>();
        for (Callable<? extends T> work : List.of(one, another)) {
            under.add(
                    two.submit(
                            () -> {
                                start.await(10, TimeUnit.SECONDS);
                                return work.call();
                            }));
        }
        List<T> done = new ArrayList<>();
        for (Future<? extends T> future : under) {
            done.add(future.get());
        }
        return done;
    }

    private DeviceGroup made(String name) {
        return groups.create(acme, group(name));
    }

    private void assign(long group, String... hashes) {
        assertThat(groups.assign(acme, wish(group, hashes))).contains(hashes.length);
    }

    private static NewGroup group(String name) {
        return new NewGroup(new GroupName(name), Optional.empty(), Optional.empty());
    }

    private static GroupChange renamed(String name) {
        return new GroupChange(Patch.to(new GroupName(name)), Patch.unnamed(), Patch.unnamed());
    }

    private static GroupId id(DeviceGroup group) {
        return new GroupId(group.id());
    }

    private static Optional<GroupId> id(long group) {
        return Optional.of(group).filter(id -> id != 0).map(GroupId::new);
    }

    /** Devices of the first client. */
    private static Assignment wish(long group, String... hashes) {
        return Assignment.of(
                List.of(hashes).stream().map(hash -> key(1, hash)).toList(), id(group));
    }

    private GroupList list() {
        return groups.listWithAssignments(acme);
    }

    private List<String> names() {
        return list().groups().stream().map(DeviceGroup::name).toList();
    }

    private static List<String> state() throws SQLException {
        return DATABASE.rows(
                "SELECT g.id, g.client_id, g.name, g.sort_order, a.device_id FROM eb_device_groups g"
                        + " LEFT JOIN eb_device_group_assignments a ON a.group_id = g.id"
                        + " ORDER BY g.id, a.device_id");
    }

    private static List<String> feed() throws SQLException {
        return DATABASE.rows("SELECT client_id, kind, body FROM eb_changes ORDER BY id");
    }
}
