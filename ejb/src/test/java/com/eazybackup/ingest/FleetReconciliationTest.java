package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.FleetReconciliation.Removal;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.testing.Until;
import com.eazybackup.whmcs.ServiceAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The nightly comparison of one Comet Server, in portions of a few. */
class FleetReconciliationTest {

    private static final ProfileName PROFILE = new ProfileName(IntakeWorld.PROFILE);
    private static final int PORTION = 7;

    private IntakeWorld world;
    private UnsteadyDatabase database;
    private FleetReconciliation sync;

    /** All that came of a reading. */
    private static final class Result {
        private final Map<String, Integer> skipped = new HashMap<>();
        private int processed;
        private Repaired repaired = Repaired.NOTHING;
        private AccountDrop drop;
        private UnpaidDevices unpaid;
        private SyncPlace place;

        private void add(Reconciled some) {
            processed += some.processed();
            some.skipped().forEach((reason, count) -> skipped.merge(reason, count, Integer::sum));
            repaired = repaired.plus(some.repaired());
        }
    }

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create(new IntakeLimits(1000, 100, Duration.ZERO, false));
        // An account that nobody pays for has devices by its events and none by night.
        world.database.run("UPDATE tblhosting SET domainstatus = 'Active'");
        database = new UnsteadyDatabase(world.database.source(), 0);
        world.writingThrough(database.source());
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        sync = world.reconciliation();
        // What the events and the first catch-up leave to the night.
        read(begun(), false, false, place -> false);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /**
     * As the nightly sync says it: to the second, it would seem older than what was read in that.
     */
    private static SyncPlace begun() {
        return SyncPlace.start(Clock.systemUTC().millis());
    }

    private Result all() throws Exception {
        return read(begun(), false, true, place -> false);
    }

    private Result read(
            SyncPlace from, boolean dryRun, boolean unregistered, Predicate<SyncPlace> dies)
            throws Exception {
        Result result = new Result();
        try (ServerLists lists = sync.open(PROFILE, from, dryRun, unregistered)) {
            List<Listed> portion = new ArrayList<>();
            result.place = from;
            Optional<Listed> next = sync.next(lists);
            while (next.isPresent()) {
                portion.add(next.get());
                if (portion.size() == PORTION) {
                    result.add(sync.write(lists, portion));
                    result.place = lists.place();
                    portion = new ArrayList<>();
                    if (dies.test(result.place)) {
                        return result;
                    }
                }
                next = sync.next(lists);
            }
            result.add(sync.write(lists, portion));
            result.place = lists.place();
            result.drop = lists.drop();
            result.unpaid = lists.unpaid();
        }
        return result;
    }

    @Test
    @Tag("fault-11")
    void twoNightsOfWhichOneBeginsAnewAtOnceAreOneMiss() throws Exception {
        IntakeWorld.Place place = world.place("larkspur");
        String seat = " WHERE username = 'larkspur' AND hash = '" + place.device() + "'";
        world.database.run("UPDATE comet_devices SET is_active = 1, offline_since = NULL" + seat);
        world.comet.acts().devices().vanish("larkspur", place.device());
        sync =
                new FleetReconciliation(
                        world.intakes(),
                        new ServiceAccounts(world.database.source(), Set.of()),
                        TestSettings.with());
        all();
        all();
        assertThat(world.rows("SELECT is_active FROM comet_devices" + seat)).containsExactly("1");

        world.database.run("UPDATE eb_device_strikes SET last_ms = last_ms - 31000");
        all();

        assertThat(world.rows("SELECT is_active FROM comet_devices" + seat)).containsExactly("0");
        assertThat(world.rows("SELECT device_key FROM eb_device_strikes")).isEmpty();
    }

    @Test
    void threeCallsHoweverManyAccounts() throws Exception {
        int before = calls();
        Result result = all();

        assertThat(calls() - before).isEqualTo(3);
        assertThat(result.place.done()).isTrue();
        assertThat(result.processed).isGreaterThan(1000);
    }

    private int calls() {
        return (int)
                world.comet.callLog().newestFirst().stream()
                        .filter(
                                call ->
                                        call.path().endsWith("/list-users-full")
                                                || call.path().endsWith("/dispatcher/list-active")
                                                || call.path().endsWith("/get-jobs-for-date-range")
                                                || call.path().endsWith("/get-user-profile"))
                        .count();
    }

    @Test
    void whatIsRightIsNotWrittenAgain() throws Exception {
        String changes = changes();

        assertThat(all().repaired).isEqualTo(Repaired.NOTHING);
        assertThat(changes()).isEqualTo(changes);
    }

    private String changes() throws Exception {
        return world.rows("SELECT last_id FROM eb_change_seq").get(0);
    }

    @Test
    void whatNobodyToldIsPutRight() throws Exception {
        breakTheTables();

        Result result = all();

        world.awaitEqual();
        assertThat(result.repaired.users()).isPositive();
        assertThat(result.repaired.devices()).isPositive();
        assertThat(result.repaired.items()).isEqualTo(2);
        assertThat(result.repaired.vaults()).isPositive();
        assertThat(result.repaired.jobs()).isEqualTo(3);
        assertThat(all().repaired).isEqualTo(Repaired.NOTHING);
    }

    private void breakTheTables() throws Exception {
        world.database.run("DELETE FROM comet_items ORDER BY id LIMIT 2");
        world.database.run("UPDATE comet_vaults SET name = 'old'");
        world.database.run("UPDATE comet_users SET account_name = 'old'");
        world.database.run("UPDATE comet_devices SET is_active = 0");
        world.database.run("DELETE FROM comet_jobs WHERE ended_at IS NOT NULL ORDER BY id LIMIT 3");
    }

    @Test
    void aDryRunCountsTheSameAndWritesNothing() throws Exception {
        breakTheTables();
        List<String> before = world.rows(SUM);
        String changes = changes();

        Result dry = read(begun(), true, true, place -> false);

        assertThat(world.rows(SUM)).isEqualTo(before);
        assertThat(changes()).isEqualTo(changes);
        assertThat(dry.repaired).isEqualTo(all().repaired);
    }

    private static final String SUM =
            "SELECT (SELECT COUNT(*) FROM comet_items), (SELECT COUNT(*) FROM comet_jobs),"
                    + " (SELECT GROUP_CONCAT(is_active ORDER BY id) FROM comet_devices),"
                    + " (SELECT GROUP_CONCAT(name ORDER BY id) FROM comet_vaults)";

    @Test
    @Tag("fault-16")
    void aReadingThatDiedGoesOnWhereItWas() throws Exception {
        breakTheTables();
        Result clean = read(begun(), true, true, p -> false);

        Result first =
                read(
                        begun(),
                        false,
                        true,
                        place -> place.phase() == SyncPlace.Phase.JOBS && place.position() > 300);
        Result second = read(first.place, false, true, place -> false);

        world.awaitEqual();
        assertThat(first.processed + second.processed).isEqualTo(clean.processed);
        assertThat(first.repaired.plus(second.repaired)).isEqualTo(clean.repaired);
        assertThat(second.processed).isLessThan(clean.processed);
    }

    @ParameterizedTest
    @EnumSource(names = {"USERS", "JOBS"})
    @Tag("fault-13")
    @Tag("fault-16")
    void whenTheDatabaseGoesAwayInTheMiddleNothingIsLostAndARestartEndsInTheRowsOfACleanRun(
            SyncPlace.Phase middle) throws Exception {
        List<String> clean = world.rows(SUM);
        int accounts = accounts().size();
        breakTheTables();

        SyncPlace reached = diesWhileTheDatabaseIsAway(middle);
        assertThat(reached.phase()).isEqualTo(middle);
        assertThat(world.rows("SELECT 1 FROM comet_devices WHERE revoked_at IS NOT NULL"))
                .as("nothing is taken away")
                .isEmpty();
        assertThat(world.rows("SELECT COUNT(*) FROM comet_users"))
                .containsExactly(Integer.toString(accounts));
        read(reached, false, true, place -> false);

        world.awaitEqual();
        assertThat(world.rows(SUM)).isEqualTo(clean);
        assertThat(all().repaired).isEqualTo(Repaired.NOTHING);
    }

    /**
     * A node reads and writes until the database goes away, and ends while it waits or fails.
     *
     * @return behind the last portion that was written, with the database back
     */
    private SyncPlace diesWhileTheDatabaseIsAway(SyncPlace.Phase middle) throws Exception {
        SyncPlace start = begun();
        AtomicReference<SyncPlace> reached = new AtomicReference<>(start);
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<Result> run =
                    node.submit(
                            () ->
                                    read(
                                            start,
                                            false,
                                            true,
                                            place -> {
                                                reached.set(place);
                                                if (isMiddle(place, middle)) {
                                                    database.away();
                                                }
                                                return false;
                                            }));
            Until.holds("the outage is felt", () -> database.failures() > 1 || run.isDone());
            assertThat(database.failures()).isPositive();
        } finally {
            node.shutdownNow();
            assertThat(node.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            database.back();
        }
        return reached.get();
    }

    private static boolean isMiddle(SyncPlace place, SyncPlace.Phase middle) {
        return place.phase() == middle && place.position() >= 2 * PORTION;
    }

    @Test
    @Tag("fault-16")
    void whenTheServerTellsOtherThingsBeforeThePlaceAllIsTakenOnceMore() throws Exception {
        Result first = read(begun(), false, true, place -> place.position() >= PORTION);
        SyncPlace other = new SyncPlace(first.place.phase(), PORTION, 4711, first.place.beganMs());

        Result second = read(other, false, true, place -> false);

        assertThat(second.place.done()).isTrue();
        assertThat(second.processed).isEqualTo(all().processed);
    }

    @Test
    @Tag("fault-11")
    void ofAListWithSixtyPerCentOfTheAccountsNothingIsTakenAway() throws Exception {
        List<String> users = world.rows("SELECT username FROM comet_users ORDER BY id");
        world.comet.switches().listedUsersPercent = 60;

        Result result = all();

        assertThat(result.drop.suspicious()).isTrue();
        assertThat(result.drop.gone()).isPositive();
        assertThat(world.rows("SELECT username FROM comet_users ORDER BY id")).isEqualTo(users);
        world.awaitEqual();
    }

    @Test
    @Tag("fault-11")
    void ofAnEmptyListNothingIsTakenAway() throws Exception {
        world.comet.switches().listedUsersPercent = 0;

        assertThat(all().drop.suspicious()).isTrue();

        world.comet.switches().listedUsersPercent = 100;
        world.awaitEqual();
    }

    @Test
    @Tag("fault-11")
    void aListThatBreaksOffTakesNothingAwayAndIsNoEnd() throws Exception {
        world.comet.switches().truncatedBodies = true;

        assertThatThrownBy(this::all).isInstanceOf(ListsUnreadable.class);

        world.comet.switches().truncatedBodies = false;
        world.awaitEqual();
    }

    @Test
    @Tag("fault-11")
    void anOperatorMayHaveThoseTakenAwayThatHeWasShownAndNotAsManyOthers() throws Exception {
        lose("gone");
        AccountDrop shown = all().drop;
        world.database.run("DELETE FROM comet_users WHERE username LIKE 'gone-%'");
        lose("other");
        List<String> before = accounts();

        Removal others = sync.removeGone(PROFILE, shown.fingerprint());
        assertThat(accounts()).isEqualTo(before);
        world.database.run("DELETE FROM comet_users WHERE username LIKE 'other-%'");
        lose("gone");
        Removal same = sync.removeGone(PROFILE, shown.fingerprint());

        assertThat(shown.suspicious()).isTrue();
        assertThat(others.drop().gone()).as("as many").isEqualTo(shown.gone());
        assertThat(others.drop().suspicious()).isTrue();
        assertThat(others.repaired()).isEqualTo(Repaired.NOTHING);
        assertThat(same.drop()).isEqualTo(shown.confirmed());
        assertThat(same.repaired().users()).isEqualTo(shown.gone());
        assertThat(accounts()).isNotEmpty().noneMatch(name -> name.startsWith("gone-"));
        assertThat(sync.removeGone(PROFILE, "").drop().suspicious())
                .as("nothing is gone")
                .isFalse();
    }

    private List<String> accounts() throws Exception {
        return world.rows("SELECT username FROM comet_users ORDER BY id");
    }

    @Test
    @Tag("fault-11")
    void whatAVersionWithoutFingerprintsHasShownIsShownOnceMore() throws Exception {
        lose("gone");
        List<String> before = accounts();

        assertThat(sync.removeGone(PROFILE, "").drop().suspicious()).isTrue();
        assertThat(accounts()).isEqualTo(before);
    }

    /** Each client has an account more for each, with a service, that the server does not list. */
    private void lose(String prefix) throws Exception {
        for (String known : accounts()) {
            String name = prefix + "-" + known;
            String id = PROFILE + ":" + Integer.toHexString(name.hashCode()) + ":" + name;
            world.database.run(
                    "INSERT INTO comet_users (id, client_id, comet_server_id, username)"
                            + " SELECT '%s', client_id, comet_server_id, '%s' FROM comet_users"
                                    .formatted(id, name)
                            + " WHERE BINARY username = '%s'".formatted(known));
            world.database.run(
                    "INSERT INTO tblhosting (userid, orderid, packageid, server, regdate,"
                            + " paymentmethod, billingcycle, domainstatus, username, password)"
                            + " SELECT userid, 0, packageid, server, regdate, paymentmethod,"
                            + " billingcycle, 'Active', '%s', '' FROM tblhosting".formatted(name)
                            + " WHERE BINARY username = '%s' LIMIT 1".formatted(known));
        }
    }

    @Test
    void devicesThatNobodyPaysForAreRevoked() throws Exception {
        world.database.run("UPDATE tblhosting SET domainstatus = 'Cancelled' WHERE userid = 102");

        Until.passes(
                () -> {
                    // The resolver looks at the services every few seconds.
                    all();
                    assertThat(active(102)).isEmpty();
                });
        assertThat(active(101)).isNotEmpty();
        assertThat(world.rows("SELECT kind FROM eb_changes WHERE client_id = 102"))
                .contains("device:removed");
        assertThat(all().skipped).containsKey(Reconciled.NO_ACTIVE_SERVICE);
        assertThat(all().repaired).isEqualTo(Repaired.NOTHING);
    }

    @Test
    @Tag("fault-11")
    void whenWhmcsNamesNobodyWhoPaysNoDeviceIsRevokedUntilAnOperatorSaysSo() throws Exception {
        String here = "SELECT COUNT(*) FROM comet_devices WHERE revoked_at IS NULL";
        long before = Long.parseLong(world.rows(here).get(0));
        world.database.run("UPDATE tblhosting SET domainstatus = 'Cancelled'");

        UnpaidDevices shown = all().unpaid;

        assertThat(world.rows(here)).containsExactly(Long.toString(before));
        assertThat(shown.count()).isPositive();
        UnpaidDevices others = new UnpaidDevices(shown.count(), "others", shown.everywhere());
        assertThat(sync.removeUnpaid(PROFILE, others).left()).as("as many others").isEqualTo(shown);
        assertThat(world.rows(here)).containsExactly(Long.toString(before));
        assertThat(sync.removeUnpaid(PROFILE, shown).repaired().orphans()).isEqualTo(shown.count());
        assertThat(Long.parseLong(world.rows(here).get(0))).isLessThan(before);
    }

    @Test
    void aFormerClientKeepsNoDeviceOfAUserThatMoved() throws Exception {
        String hash = world.rows("SELECT hash FROM comet_devices WHERE client_id = 102").get(0);
        world.database.run(
                "INSERT INTO comet_devices (id, client_id, username, hash, is_active)"
                        + " VALUES ('left-behind', 999, 'larkspur', '"
                        + hash
                        + "', 1)");

        assertThat(all().repaired.devices()).isEqualTo(1);
        assertThat(world.rows("SELECT client_id FROM comet_devices WHERE revoked_at IS NOT NULL"))
                .contains("999");
        assertThat(active(102)).isNotEmpty();
    }

    private List<String> active(int client) throws Exception {
        return world.rows(
                "SELECT hash FROM comet_devices WHERE revoked_at IS NULL AND client_id = "
                        + client);
    }

    @Test
    void anAccountThatAServiceNamesAndTheServerHasNotIsCountedAndKept() throws Exception {
        world.comet.switches().listedUsersPercent = 60;
        try (ServerLists lists = sync.open(PROFILE, begun(), true, true)) {
            while (sync.next(lists).isPresent()) {
                assertThat(lists.profile()).isEqualTo(PROFILE);
            }
            assertThat(lists.missing()).isPositive();
            assertThat(lists.connections()).isPositive();
        }
        world.comet.switches().listedUsersPercent = 100;
        world.awaitEqual();
    }
}
