package com.eazybackup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.fleet.StandingFacts.Ended;
import com.eazybackup.fleet.StandingFacts.Running;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interruption begins after five minutes, the tolerance is two hours. */
class StandingRuleTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    /**
     * Hours ago, and empty for never: how the latest backup ended, the last good one, the promise
     * in hours, and since when one runs.
     */
    @ParameterizedTest(name = "{5}: {0} h ago {1}, good {2} h ago, promised each {3} h, runs {4} h")
    @CsvSource({
        // The word of the day's latest backup
        "1,  5000, 1,  24,   , SUCCESS",
        "1,  7000, 1,  24,   , TIMEOUT",
        "1,  7001, 1,  24,   , WARNING",
        "1,  7002, 30, 240,  , ERROR",
        "1,  7003, 30, 240,  , ERROR",
        "1,  7007, 30, 240,  , ERROR",
        "1,  7004, 30, 240,  , MISSED",
        "1,  7005, 30, 240,  , CANCELLED",
        "1,  7006, 30, 240,  , SKIPPED",
        "1,  7999, 30, 240,  , UNKNOWN",
        // Ended with a number that says it runs
        "1,  6001, 30, 240,  , UNKNOWN",
        "1,  6002, 90, 24,   , OVERDUE",
        "1,  6042, 30, 240,  , UNKNOWN",
        "24, 5000, 24, ,     , SUCCESS",
        // A problem of the day keeps its word, however late the promised one is
        "1,  7002, 90, 24,   , ERROR",
        "1,  7004, 90, 24,   , MISSED",
        "1,  7001, 9,  1,    , WARNING",
        "1,  7005, 90, 24,   , CANCELLED",
        // What is good, skipped or unknown becomes overdue
        "5,  5000, 5,  1,    , OVERDUE",
        "3,  5000, 3,  1,    , SUCCESS",
        "1,  7006, 90, 24,   , OVERDUE",
        "1,  7999, 90, 24,   , OVERDUE",
        // Nothing within the day
        "25, 5000, 25, 24,   , NONE",
        "27, 5000, 27, 24,   , OVERDUE",
        "27, 7002, 90, 24,   , OVERDUE",
        "27, 7002, 90, ,     , NONE",
        "99, 5000, 99, 168,  , NONE",
        ",   ,     ,   ,     , NEVER",
        ",   ,     ,   24,   , NEVER",
        // A running one
        "1,  5000, 1,  24, 0, RUNNING",
        "1,  7002, 90, 24, 0, RUNNING",
        "1,  5000, 1,  24, 2, SUCCESS",
        "1,  7002, 90, 24, 9, ERROR",
        "30, 5000, 30, 24, 9, RUNNING",
        ",   ,     ,   ,   9, RUNNING",
        // It began before the day, and nothing else is of the day
        "30, 5000, 30, 24, 28, RUNNING",
        ",   ,     ,   24, 40, RUNNING",
    })
    void whatADeviceIsCalled(
            Long ended, Integer status, Long good, Long promised, Long runs, DeviceState expected) {
        StandingFacts facts =
                new StandingFacts(
                        ago(400 * HOUR),
                        ended == null
                                ? null
                                : new Ended(
                                        "e", status, ago(ended * HOUR + 600), ago(ended * HOUR), 0),
                        runs == null ? null : new Running("r", ago(runs * HOUR), 0, 0),
                        good == null ? null : ago(good * HOUR),
                        null,
                        0,
                        promised == null ? null : promised * HOUR,
                        0,
                        null);

        assertThat(FleetRows.RULE.of(facts, NOW).state()).isEqualTo(expected);
    }

    @Test
    void aPromisedBackupIsOverdueInTheSecondAfterTheTolerance() {
        assertThat(standing(26 * HOUR).state()).isEqualTo(DeviceState.NONE);
        assertThat(standing(26 * HOUR + 1).state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(standing(26 * HOUR + 1).dueAt()).isEqualTo(ago(2 * HOUR + 1));
        assertThat(standing(26 * HOUR + 1).since()).isEqualTo(ago(2 * HOUR + 1));
    }

    @Test
    void aDeviceThatNeverHadAGoodBackupIsDueByItsFirstBadOne() {
        StandingFacts facts =
                new StandingFacts(
                        ago(9 * DAY),
                        ended(7002, 40 * HOUR, 0),
                        null,
                        null,
                        ago(50 * HOUR),
                        3,
                        DAY,
                        0,
                        null);

        Standing standing = FleetRows.RULE.of(facts, NOW);

        assertThat(standing.state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(standing.dueAt()).isEqualTo(ago(26 * HOUR));
        assertThat(standing.lastGoodAt()).isNull();
        assertThat(standing.failures()).isEqualTo(3);
    }

    @Test
    void aFailingDeviceFailsSinceItsFirstBadBackup() {
        StandingFacts facts =
                new StandingFacts(
                        null,
                        ended(7002, HOUR, 0),
                        null,
                        ago(5 * DAY),
                        ago(4 * DAY),
                        4,
                        DAY,
                        0,
                        null);

        assertThat(FleetRows.RULE.of(facts, NOW).since()).isEqualTo(ago(4 * DAY));
    }

    @Test
    void aRunningBackupOnADeviceThatIsAwayIsInterrupted() {
        assertThat(running(ago(300), 0).state()).isEqualTo(DeviceState.INTERRUPTED);
        assertThat(running(ago(299), 0).state()).isEqualTo(DeviceState.RUNNING);
        assertThat(running(0, 0).state()).isEqualTo(DeviceState.RUNNING);
    }

    @Test
    void aSnoozeIsThatOfTheJobThatStandsForTheDevice() {
        long until = NOW.getEpochSecond() + 60;

        assertThat(running(ago(400), until).snoozedUntil()).isEqualTo(until);
        assertThat(running(0, until).snoozedUntil()).as("no issue").isNull();
        assertThat(issue(HOUR, until).snoozedUntil()).isEqualTo(until);
        assertThat(issue(HOUR, NOW.getEpochSecond()).snoozedUntil()).as("over").isNull();
    }

    @Test
    void aSnoozeOutlastsTheDayOfItsJob() {
        Standing standing = issue(30 * HOUR, NOW.getEpochSecond() + 60);

        assertThat(standing.state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(standing.snoozedUntil()).isNotNull();
    }

    @Test
    void whoNeverHadABackupWaitsSinceItWasRegistered() {
        StandingFacts facts = new StandingFacts(ago(DAY), null, null, null, null, 0, null, 0, null);

        assertThat(FleetRows.RULE.of(facts, NOW).since()).isEqualTo(ago(DAY));
    }

    @Test
    void ofADeviceWithoutABackupTheDeviceItselfIsSnoozed() {
        long until = NOW.getEpochSecond() + 60;
        StandingFacts facts =
                new StandingFacts(ago(DAY), null, null, null, null, 0, null, until, null);

        assertThat(FleetRows.RULE.of(facts, NOW).snoozedUntil()).isEqualTo(until);
    }

    @Test
    void anItemThatIsSilentMakesTheDeviceOverdueWhateverTheOthersDo() {
        Standing standing = withItems(ended(5000, HOUR, 0), ago(HOUR), ago(3 * DAY));

        assertThat(standing.state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(standing.since()).isEqualTo(ago(3 * DAY));
        assertThat(standing.dueAt()).isEqualTo(ago(3 * DAY));
        assertThat(standing.lastGoodAt()).isEqualTo(ago(HOUR));
        assertThat(standing.itemLate()).isTrue();
    }

    @Test
    void anItemIsAsLateAsADeviceMayBe() {
        assertThat(withItems(ended(5000, HOUR, 0), ago(HOUR), ago(2 * HOUR)).state())
                .isEqualTo(DeviceState.SUCCESS);
        assertThat(withItems(ended(5000, HOUR, 0), ago(HOUR), ago(2 * HOUR + 1)).state())
                .isEqualTo(DeviceState.OVERDUE);
    }

    @Test
    void ofItemsThatAreAllBehindTheDeviceIsLateAsAWhole() {
        Standing standing = withItems(ended(5000, 30 * HOUR, 0), ago(30 * HOUR), ago(6 * HOUR));

        assertThat(standing.state()).isEqualTo(DeviceState.OVERDUE);
        assertThat(standing.itemLate()).isFalse();
    }

    @Test
    void aProblemOfTheDayAndADeviceWithoutAnyBackupSayMoreThanASilentItem() {
        assertThat(withItems(ended(7002, HOUR, 0), ago(DAY), ago(3 * DAY)).state())
                .isEqualTo(DeviceState.ERROR);
        Standing never = withItems(null, null, ago(3 * DAY));
        assertThat(never.state()).isEqualTo(DeviceState.NEVER);
        assertThat(never.itemLate()).isFalse();
        assertThat(never.dueAt()).isEqualTo(ago(3 * DAY));
    }

    @Test
    void whatIsSaidOfADeviceHoldsUntilItsFirstItemIsLate() {
        StandingFacts facts =
                new StandingFacts(
                        null, ended(5000, HOUR, 0), null, ago(HOUR), null, 0, DAY, 0, ago(HOUR));

        assertThat(FleetRows.RULE.holdsUntil(facts, NOW)).isEqualTo(ago(-HOUR) + 1);
    }

    private static Standing withItems(Ended latest, Long good, long firstDue) {
        return FleetRows.RULE.of(
                new StandingFacts(ago(9 * DAY), latest, null, good, null, 0, DAY, 0, firstDue),
                NOW);
    }

    private static Standing standing(long goodAgo) {
        return FleetRows.RULE.of(
                new StandingFacts(
                        null, ended(5000, goodAgo, 0), null, ago(goodAgo), null, 0, DAY, 0, null),
                NOW);
    }

    private static Standing issue(long ago, long snoozed) {
        return FleetRows.RULE.of(
                new StandingFacts(
                        null,
                        ended(7002, ago, snoozed),
                        null,
                        ago(9 * DAY),
                        ago(ago),
                        1,
                        DAY,
                        0,
                        null),
                NOW);
    }

    private static Standing running(long offlineSince, long snoozed) {
        return FleetRows.RULE.of(
                new StandingFacts(
                        null,
                        null,
                        new Running("r", ago(HOUR), offlineSince, snoozed),
                        null,
                        null,
                        0,
                        null,
                        0,
                        null),
                NOW);
    }

    private static Ended ended(int status, long ago, long snoozed) {
        return new Ended("e", status, ago(ago) - 60, ago(ago), snoozed);
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
