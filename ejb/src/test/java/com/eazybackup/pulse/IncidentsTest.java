package com.eazybackup.pulse;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.fleet.Cause;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.DeviceState;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.FleetTroubles;
import com.eazybackup.fleet.KnownFleets;
import com.eazybackup.fleet.KnownJobs;
import com.eazybackup.fleet.SnoozeSubjects;
import com.eazybackup.fleet.SnoozeWish;
import com.eazybackup.fleet.SnoozedTroubles;
import com.eazybackup.fleet.Trouble;
import com.eazybackup.fleet.TroubleGroup;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final ChangeLog feed = new ChangeLog(DATABASE.source(), clock);
    private final KnownFleets fleets = FleetRows.fleets(counted.source(), clock);
    private final Incidents incidents =
            new Incidents(
                    new FleetTroubles(counted.source(), clock, fleets),
                    new SnoozeSubjects(clock, fleets),
                    new SnoozedTroubles(counted.source(), clock, fleets),
                    new KnownJobs(counted.source()),
                    new Snoozes(counted.source()),
                    clock);

    @BeforeEach
    void aFleet() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM comet_items",
                "DELETE FROM comet_vaults",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h",
                "DELETE FROM eb_device_standing",
                "DELETE FROM eb_incident_ack",
                "DELETE FROM eb_changes");
        for (String name : List.of("A", "B", "C", "D")) {
            rows.device(1, "acme", name, name);
        }
        rows.device(2, "acme", "A", "Theirs");
    }

    @Test
    void theWorstIsFirstAndWhatIsWellIsNotThere() throws SQLException {
        ended("A", "warned", 7001, 60);
        ended("B", "failed", 7002, 600);
        ended("C", "good", 5000, 60);
        ended("D", "failed-later", 7003, 60);

        assertThat(open()).containsExactly("failed-later", "failed", "warned");
    }

    @Test
    void aBetterBackupClosesAnIncidentAndARestoreDoesNot() throws SQLException {
        ended("A", "failed", 7002, 600);
        ended("A", "good", 5000, 60);
        ended("B", "failed-too", 7002, 600);
        rows.ended(1, "B", "acme", "restored", 4002, 5000, ago(70), ago(60));

        assertThat(open()).containsExactly("failed-too");
    }

    @Test
    void aSkippedBackupIsNone() throws SQLException {
        ended("A", "skipped", 7006, 60);

        assertThat(open()).isEmpty();
    }

    @Test
    void whatRunsOnADeviceThatIsLongAwayIsAnIncident() throws SQLException {
        rows.running(1, "A", "acme", "stuck", 4001, ago(60));
        rows.running(1, "B", "acme", "at-work", 4001, ago(60));
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)"
                        + " WHERE hash = 'A' AND client_id = 1",
                ago(400));

        assertThat(open()).containsExactly("stuck");
    }

    @Test
    void aSnoozedOneIsAwayUntilItsTimeIsOver() throws SQLException {
        ended("A", "older", 7002, 900);
        ended("A", "failed", 7002, 60);

        assertThat(incidents.snooze(scope(1, "acme"), "failed", 10, "Ada").map(Snooze::until))
                .contains(NOW.plus(Duration.ofMinutes(10)));
        assertThat(open()).isEmpty();
        clock.forward(Duration.ofSeconds(599));
        assertThat(open()).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(open()).containsExactly("failed");
    }

    @Test
    @Tag("fault-23")
    void oneThatIsWokenIsToldOfAgainAndNobodyWakesAnothersOrAnUnknownOne() throws SQLException {
        ended("A", "failed", 7002, 60);
        incidents.snooze(scope(1, "acme"), "failed", 10, "Ada");

        assertThat(incidents.wake(scope(2, "acme"), "failed")).isFalse();
        assertThat(incidents.wake(scope(1, "acme"), "nobodys")).isFalse();
        assertThat(open()).isEmpty();
        assertThat(incidents.wake(scope(1, "acme"), "failed")).isTrue();
        assertThat(open()).containsExactly("failed");
        assertThat(incidents.wake(scope(1, "acme"), "failed")).isTrue();
    }

    @Test
    void aRepeatCountsFromNowAndNothingIsHiddenForMoreThanThirtyDays() throws SQLException {
        ended("A", "failed", 7002, 60);
        incidents.snooze(scope(1, "acme"), "failed", 10, "Ada");
        clock.forward(Duration.ofMinutes(9));
        incidents.snooze(scope(1, "acme"), "failed", 10, "Ada");
        clock.forward(Duration.ofMinutes(9));

        assertThat(open()).isEmpty();
        assertThat(
                        incidents
                                .snooze(scope(1, "acme"), "failed", Long.MAX_VALUE, "Ada")
                                .map(Snooze::until))
                .contains(clock.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void aShorterWishLeavesALongerOneAsItIsAndSaysSo() throws SQLException {
        ended("A", "failed", 7002, 60);
        Instant longer = NOW.plus(Duration.ofMinutes(60));

        assertThat(incidents.snooze(scope(1, "acme"), "failed", 60, "Ada"))
                .contains(new Snooze(longer, Optional.empty()));
        assertThat(incidents.snooze(scope(1, "acme"), "failed", 10, "Ada"))
                .contains(new Snooze(longer, Optional.of(longer)));
        clock.forward(Duration.ofMinutes(30));
        assertThat(open()).isEmpty();
        clock.forward(Duration.ofMinutes(30));
        assertThat(
                        incidents
                                .snooze(scope(1, "acme"), "failed", 10, "Ada")
                                .flatMap(Snooze::previous))
                .isEmpty();
    }

    @Test
    @Tag("fault-23")
    void whoTakesBackTakesBackTheirOwnAndNothingThatWasWishedSince() throws SQLException {
        ended("A", "failed", 7002, 60);
        Instant first = NOW.plus(Duration.ofMinutes(10));
        Instant second = NOW.plus(Duration.ofMinutes(60));
        incidents.snooze(scope(1, "acme"), "failed", 10, "Ada");
        incidents.snooze(scope(1, "acme"), "failed", 60, "Ada");

        assertThat(incidents.takeBack(scope(1, "acme"), "failed", first)).isTrue();
        assertThat(incidents.takeBack(scope(2, "acme"), "failed", second)).isFalse();
        assertThat(open()).isEmpty();
        assertThat(incidents.takeBack(scope(1, "acme"), "failed", second)).isTrue();
        assertThat(open()).containsExactly("failed");
    }

    @Test
    @Tag("fault-23")
    void anotherClientsJobIsAsUnknownAsNoneAndNothingHappens() throws SQLException {
        theirs();

        assertThat(incidents.snooze(scope(1, "acme"), "theirs", 10, "Ada")).isEmpty();
        assertThat(incidents.snooze(scope(1, "acme"), "nobodys", 10, "Ada")).isEmpty();
        assertThat(incidents.snooze(scope(2, "other"), "theirs", 10, "Ada")).isEmpty();
        assertThat(incidents.snooze(scope(2), "theirs", 10, "Ada")).isEmpty();

        assertThat(incidents.open(scope(2, "acme"), 1, 50).items()).hasSize(1);
    }

    @Test
    void oneClientsSnoozeIsNotAnothers() throws SQLException {
        theirs();
        rows.update(
                "INSERT INTO eb_incident_ack (client_id, job_id, until_ts)"
                        + " VALUES (1, 'theirs', ?)",
                ago(-600));

        assertThat(incidents.open(scope(2, "acme"), 1, 50).items()).hasSize(1);
    }

    @Test
    void devicesWithTheSameCauseAreOneIncidentAndAnotherVaultIsAnother() throws SQLException {
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);
        ended("C", "c", 7002, 60);
        ended("D", "d", 7004, 60);
        vault("c", "other");

        assertThat(causes())
                .containsExactly("error.7002.v x2", "error.7002.other x1", "missed.7004. x1");
        TroubleGroup first = incidents.groups(acme(), "").groups().get(0);
        assertThat(first.since()).isEqualTo(ago(600));
        assertThat(first.newest().stream().map(Trouble::jobId)).containsExactly("b", "a");
        assertThat(first.newest().get(0).id()).isEqualTo("cometbackup:b");
        assertThat(incidents.groups(acme(), "").total()).isEqualTo(4);
    }

    @Test
    void theEvidenceIsTheJobWithItsItemAndVault() throws SQLException {
        rows.item(1, "C: drive");
        rows.update(
                "INSERT INTO comet_vaults (id, client_id, username, name, type)"
                        + " VALUES ('v', 1, 'acme', 'Cloud', 1003)");
        ended("A", "a", 7002, 600);

        Trouble evidence = incidents.groups(acme(), "").groups().get(0).newest().get(0);

        assertThat(evidence.itemName()).isEqualTo("C: drive");
        assertThat(evidence.vaultName()).isEqualTo("Cloud");
        assertThat(evidence.deviceName()).isEqualTo("A");
        assertThat(evidence.failures()).isEqualTo(1);
    }

    @Test
    void whatFailsForDaysAndWhoIsSilentOrNeverBeganAreTold() throws SQLException {
        long day = 86_400;
        rows.ended(1, "A", "acme", "a", 4001, 7002, ago(9 * day), ago(9 * day));
        rows.stands(1, "A", "acme", "a", 7002, ago(9 * day), ago(9 * day), day);
        ended("B", "b", 5000, 60);
        ended("C", "c", 5000, 60);
        rows.update("DELETE FROM comet_devices WHERE hash = 'C' AND client_id = 1");

        assertThat(causes()).containsExactly("overdue.0. x1", "never.0. x1");
        assertThat(open()).as("for whoever asks for jobs").isEmpty();
    }

    @Test
    void aGroupIsSnoozedAtOnceListedWithWhoAndWokenAtOnce() throws SQLException {
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);
        ended("C", "c", 7004, 60);

        Snoozed done = incidents.snooze(acme(), error("v"), "Ada");

        assertThat(done.devices()).isEqualTo(2);
        assertThat(causes()).containsExactly("missed.7004. x1", "never.0. x1");
        SnoozedTroubles.Answer snoozed = incidents.snoozed(acme());
        assertThat(snoozed.total()).isEqualTo(2);
        assertThat(snoozed.wishes())
                .containsExactly(
                        new SnoozeWish(
                                done.id(),
                                DeviceState.ERROR,
                                2,
                                List.of("A", "B"),
                                ago(-600),
                                "Ada",
                                ago(0)));
        assertThat(incidents.wakeAll(acme(), done.id())).isEqualTo(2);
        assertThat(causes()).hasSize(3);
        assertThat(incidents.wakeAll(acme(), done.id())).isZero();
    }

    @Test
    void whatNobodyHasSeenIsNotSnoozed() throws SQLException {
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);

        Optional<Instant> seen = Optional.of(NOW.minusSeconds(100));
        Snoozed done =
                incidents.snooze(acme(), wish(new Cause(DeviceState.ERROR, 7002, "v"), seen), "");

        assertThat(done.devices()).isEqualTo(1);
        assertThat(open()).containsExactly("b");
    }

    @Test
    void aDeviceThatNeverHadABackupIsSnoozedUntilItHasOne() throws SQLException {
        assertThat(causes()).containsExactly("never.0. x4");

        assertThat(incidents.snooze(acme(), wish("A"), "Ada").devices()).isEqualTo(1);

        assertThat(causes()).containsExactly("never.0. x3");
        ended("A", "a", 7002, 0);
        assertThat(causes()).containsExactly("error.7002.v x1", "never.0. x3");
    }

    @Test
    void aLongerSnoozeOfOneStaysWhenItsGroupIsWoken() throws SQLException {
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);
        Snoozed done = incidents.snooze(acme(), error("v"), "Ada");
        incidents.snooze(acme(), "a", 60, "Bo");

        assertThat(incidents.snoozed(acme()).wishes())
                .extracting(SnoozeWish::by)
                .containsExactly("Ada", "Bo");
        assertThat(incidents.wakeAll(acme(), done.id())).isEqualTo(1);
        assertThat(open()).containsExactly("b");
    }

    @Test
    void oneThatIsOlderThanTheListOfWishesIsWokenByItsJob() throws SQLException {
        ended("A", "a", 7002, 600);
        rows.update(
                "INSERT INTO eb_incident_ack (client_id, job_id, until_ts) VALUES (1, 'a', ?)",
                ago(-600));

        assertThat(incidents.snoozed(acme()).wishes())
                .extracting(SnoozeWish::id)
                .containsExactly("a");
        assertThat(incidents.wakeAll(acme(), "a")).isEqualTo(1);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsWishAndDevicesAreAsUnknownAsNone() throws SQLException {
        ended("A", "a", 7002, 600);
        Snoozed done = incidents.snooze(acme(), error("v"), "Ada");
        ClientScope other = scope(2, "acme");

        assertThat(incidents.wished(acme(), done.id())).isTrue();
        assertThat(incidents.wished(other, done.id())).isFalse();
        assertThat(incidents.wakeAll(other, done.id())).isZero();
        assertThat(incidents.concerns(other, Set.of(FleetRows.key(1, "A")))).isFalse();
        assertThat(incidents.snooze(other, wish("A"), "Eve").devices()).isZero();
        assertThat(incidents.snoozed(other).wishes()).isEmpty();
        assertThat(incidents.snoozed(acme()).total()).isEqualTo(1);
    }

    @Test
    void minutesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> incidents.snooze(scope(1, "acme"), "x", 0, "Ada"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListTakesAFewShortQueriesWhateverTheFleetAndNamesAreReadOnce() throws SQLException {
        int look = 1; // The feed, and what is snoozed.
        rows.item(1, "C: drive");
        rows.update(
                "INSERT INTO comet_vaults (id, client_id, username, name, type)"
                        + " VALUES ('v', 1, 'acme', 'Cloud', 1003)");
        open();
        assertThat(counted.during(this::open)).isEqualTo(look);
        assertThat(counted.during(() -> incidents.groups(acme(), ""))).isEqualTo(look);
        assertThat(counted.during(() -> incidents.snoozed(acme()))).isEqualTo(look);
        assertThat(counted.during(() -> incidents.groups(scope(1), ""))).isZero();
        ended("A", "a", 7002, 60);
        ended("B", "b", 7002, 60);
        int changedDevices = 1;
        int names = 1;
        assertThat(counted.during(() -> incidents.groups(acme(), "")))
                .isEqualTo(look + changedDevices + names);
        assertThat(counted.during(() -> incidents.groups(acme(), ""))).isEqualTo(look);
        assertThat(counted.during(this::open)).isEqualTo(look + 2);
        assertThat(counted.during(() -> incidents.snooze(acme(), error("v"), "Ada")))
                .isEqualTo(look + 1);
        assertThat(counted.during(() -> incidents.snoozed(acme()))).isEqualTo(look + 1);
    }

    @Test
    void wordsFindDevicesOfAnIncidentAsTheListDoes() throws SQLException {
        named("A", "Réception");
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);
        ended("C", "c", 7004, 60);
        ended("D", "d", 5000, 60);

        assertThat(causes(" RECEPTION ")).containsExactly("error.7002.v x1");
        TroubleGroup found = incidents.groups(acme(), "reception").groups().get(0);
        assertThat(found.newest()).extracting(Trouble::jobId).containsExactly("a");
        assertThat(found.since()).isEqualTo(ago(600));
        assertThat(incidents.groups(acme(), "reception").total()).isEqualTo(1);
        assertThat(causes("acme")).as("user").isEqualTo(causes());
        assertThat(causes("server 2022")).as("system").isEqualTo(causes());
        assertThat(causes("25.9.6")).as("version").isEqualTo(causes());
        assertThat(causes("D")).as("found, and well").doesNotContain("success");
        assertThat(causes("nobody")).isEmpty();
        assertThat(incidents.groups(acme(), "nobody").total()).isZero();
        assertThat(causes("  ")).isEqualTo(causes());
    }

    @Test
    void namesOfTheEvidenceFindAllOfAnIncident() throws SQLException {
        names("Données", "Coffre Québec");
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);
        ended("C", "c", 7002, 60);
        vault("c", "other");

        assertThat(causes("coffre quebec")).containsExactly("error.7002.v x2");
        assertThat(causes("donnees")).containsExactly("error.7002.v x2", "error.7002.other x1");
        assertThat(incidents.groups(acme(), "coffre").total()).isEqualTo(2);
    }

    @Test
    void whatIsSnoozedIsNotFound() throws SQLException {
        named("A", "Reception");
        ended("A", "a", 7002, 600);
        ended("B", "b", 7002, 60);
        incidents.snooze(acme(), wish("A"), "Ada");

        assertThat(causes("reception")).isEmpty();
    }

    @Test
    void oneDeviceIsFoundBehindAllTheIncidentsThatAreTold() throws SQLException {
        named("A", "Reception");
        ended("A", "last", 7005, 60);
        for (int i = 0; i < FleetTroubles.MOST_GROUPS; i++) {
            rows.device(1, "acme", "more-" + i, "More");
            ended("more-" + i, "more-" + i, 7002, 60);
            vault("more-" + i, "v" + i);
        }

        assertThat(causes()).doesNotContain("cancelled.7005. x1");
        assertThat(causes("reception")).containsExactly("cancelled.7005. x1");
    }

    @Test
    @Tag("fault-23")
    void wordsFindNothingOfAnother() throws SQLException {
        names("Documents", "Cloud");
        named("A", "Reception");
        ended("A", "a", 7002, 600);
        theirs();

        for (String words : List.of("reception", "documents", "cloud")) {
            assertThat(incidents.groups(scope(2, "acme"), words).groups()).as(words).isEmpty();
            assertThat(incidents.groups(scope(1, "other"), words).groups()).as(words).isEmpty();
        }
        assertThat(causes("theirs")).isEmpty();
    }

    @Test
    void wordsReadNothingThatIsKnownAlready() throws SQLException {
        int look = 1;
        names("Documents", "Cloud");
        ended("A", "a", 7002, 600);
        causes();

        assertThat(counted.during(() -> causes("cloud"))).isEqualTo(look);
        assertThat(counted.during(() -> causes("nobody"))).isEqualTo(look);
    }

    private List<String> open() {
        return incidents.open(acme(), 1, 50).items().stream().map(FleetJob::jobId).toList();
    }

    private static ClientScope acme() {
        return scope(1, "acme");
    }

    private static GroupWish error(String vault) {
        return wish(new Cause(DeviceState.ERROR, 7002, vault), Optional.empty());
    }

    private static GroupWish wish(Cause cause, Optional<Instant> asOf) {
        return new GroupWish(Optional.of(cause), Set.of(), 10, asOf);
    }

    private static GroupWish wish(String hash) {
        return new GroupWish(
                Optional.empty(), Set.of(FleetRows.key(1, hash)), 10, Optional.empty());
    }

    private List<String> causes() {
        return causes("");
    }

    private List<String> causes(String words) {
        return incidents.groups(acme(), words).groups().stream()
                .map(group -> group.cause().key() + " x" + group.devices())
                .toList();
    }

    private void ended(String hash, String job, int status, long secondsAgo) throws SQLException {
        long start = ago(secondsAgo + 60);
        rows.ended(1, hash, "acme", job, 4001, status, start, ago(secondsAgo));
        rows.stands(1, hash, "acme", job, status, start, ago(secondsAgo), null);
        tell(hash);
    }

    private void tell(String hash) throws SQLException {
        String body =
                "{\"job\":{\"device\":\"%s\",\"device_id\":\"%s\"}}"
                        .formatted(hash, FleetRows.key(1, hash));
        try (Connection connection = DATABASE.source().getConnection()) {
            feed.append(
                    connection, List.of(FleetChange.Draft.of(new ClientId(1), "job:end", body)));
        }
    }

    private void theirs() throws SQLException {
        rows.ended(2, "A", "acme", "theirs", 4001, 7002, ago(70), ago(60));
        rows.stands(2, "A", "acme", "theirs", 7002, ago(70), ago(60), null);
    }

    private void vault(String job, String vault) throws SQLException {
        rows.update("UPDATE comet_jobs SET comet_vault_id = ? WHERE id = ?", vault, job);
    }

    private void named(String hash, String name) throws SQLException {
        rows.update(
                "UPDATE comet_devices SET name = ? WHERE client_id = 1 AND hash = ?", name, hash);
    }

    private void names(String item, String vault) throws SQLException {
        rows.item(1, item);
        rows.update(
                "INSERT INTO comet_vaults (id, client_id, username, name, type)"
                        + " VALUES ('v', 1, 'acme', ?, 1003)",
                vault);
    }

    private long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
