package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept of a fleet says of every device of a grid what the rule says of it alone. */
class JudgedFleetTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final long HOUR = 3600;
    private static final int CLIENT = 1;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final List<Integer> CODES =
            List.of(5000, 7000, 7001, 7002, 7003, 7004, 7005, 7006, 7007, 7999, 6001, 6042);

    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final MovedClock clock = new MovedClock(NOW);
    private final KnownFleets fleets = FleetRows.fleets(counted.source(), clock);
    private final DeviceList list = new DeviceList(counted.source(), clock, FleetRows.RULE, fleets);
    private final FleetStandings standings = new FleetStandings(clock, FleetRows.RULE, fleets);

    @BeforeAll
    static void grid() throws SQLException {
        List<String> devices = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> live = new ArrayList<>();
        List<String> snoozed = new ArrayList<>();
        List<String> items = new ArrayList<>();
        int number = 0;
        for (Integer code : codes()) {
            for (Long ended : code == null ? nothing() : List.of(HOUR, 24 * HOUR, 27 * HOUR)) {
                for (Long promised : hours(null, 1L, 24L, 200L)) {
                    for (Long runs : hours(null, 0L, 1L, 9L, 30L)) {
                        for (int variant = 0; variant < 4; variant++) {
                            String hash = "h" + number++;
                            boolean away = variant % 2 == 1;
                            devices.add(device(hash, away));
                            kept.add(standing(hash, code, ended, promised, variant));
                            if (variant == 1 && promised != null) {
                                items.add(item(hash, "a", 2 * HOUR, promised));
                                items.add(item(hash, "b", 70 * HOUR, promised));
                            }
                            if (runs != null) {
                                live.add(running(hash, runs));
                            }
                            if (variant == 3) {
                                snoozed.add("(1,'r-" + hash + "'," + (SECONDS + 9) + ")");
                                String ofEnd = code == null ? key(CLIENT, hash) : "e-" + hash;
                                snoozed.add("(1,'" + ofEnd + "'," + (SECONDS + number % 2) + ")");
                            }
                        }
                    }
                }
            }
        }
        DATABASE.run(
                "INSERT INTO comet_devices (id, client_id, username, hash, name, is_active,"
                        + " offline_since, created_at, content) VALUES "
                        + String.join(",", devices),
                "INSERT INTO eb_device_standing (device_id, client_id, username, job_id, status,"
                        + " started_at, ended_at, last_good_at, failing_since, failures,"
                        + " promised_secs) VALUES "
                        + String.join(",", kept),
                "INSERT INTO eb_jobs_live (server_id, job_id, username, device, job_type,"
                        + " started_at, last_update, client_id) VALUES "
                        + String.join(",", live),
                "INSERT INTO eb_incident_ack (client_id, job_id, until_ts) VALUES "
                        + String.join(",", snoozed),
                "INSERT INTO eb_item_standing (item_id, device_id, client_id, last_good_at,"
                        + " promised_secs, promised_since) VALUES "
                        + String.join(",", items));
    }

    private static List<Integer> codes() {
        List<Integer> codes = new ArrayList<>(CODES);
        codes.add(null);
        return codes;
    }

    private static List<Long> hours(Long... hours) {
        List<Long> found = new ArrayList<>();
        for (Long one : hours) {
            found.add(one == null ? null : Long.valueOf(one * HOUR));
        }
        return found;
    }

    private static List<Long> nothing() {
        return hours((Long) null);
    }

    private static String device(String hash, boolean away) {
        return "('%s',1,'acme','%s','%s',%d,%s,FROM_UNIXTIME(%d),'{}')"
                .formatted(
                        key(CLIENT, hash),
                        hash,
                        hash,
                        away ? 0 : 1,
                        away ? "FROM_UNIXTIME(" + (SECONDS - 400) + ")" : "NULL",
                        SECONDS - 99 * HOUR - hash.hashCode() % 1000);
    }

    private static String standing(
            String hash, Integer code, Long ended, Long promised, int variant) {
        Long end = ended == null ? null : Long.valueOf(SECONDS - ended);
        Long good = end == null || variant == 2 ? null : Long.valueOf(end - 30 * HOUR * variant);
        Long failing = end == null || variant == 0 ? null : Long.valueOf(end - HOUR * variant);
        return "('%s',1,'acme',%s,%s,%s,%s,%s,%s,%d,%s)"
                .formatted(
                        key(CLIENT, hash),
                        end == null ? "NULL" : "'e-" + hash + "'",
                        code,
                        end == null ? null : end - (variant == 1 ? 0 : 60),
                        end,
                        good,
                        failing,
                        variant,
                        promised);
    }

    private static String item(String hash, String item, long ago, long promised) {
        return "('%s-%s','%s',1,%d,%d,0)"
                .formatted(item, hash, key(CLIENT, hash), SECONDS - ago, promised);
    }

    private static String running(String hash, long ago) {
        return "('s','r-%1$s','acme','%1$s','4001',%2$d,%2$d,1)".formatted(hash, SECONDS - ago);
    }

    private static ClientScope acme() {
        return scope(CLIENT, "acme");
    }

    @Test
    void theGridHasEveryState() throws SQLException {
        assertThat(judged().values().stream().map(Standing::state))
                .hasSizeGreaterThan(2000)
                .contains(DeviceState.values());
    }

    @Test
    void aDeviceOfSeveralItemsIsDueWhenTheFirstOfThemIs() throws SQLException {
        assertThat(
                        known().stream()
                                .map(device -> device.facts().firstDueAt())
                                .filter(Objects::nonNull))
                .containsOnly(SECONDS - 69 * HOUR, SECONDS - 46 * HOUR, SECONDS + 130 * HOUR);
        assertThat(judged().values().stream().filter(Standing::itemLate))
                .isNotEmpty()
                .allMatch(one -> one.state() == DeviceState.OVERDUE);
    }

    @Test
    void theCountsAreThoseOfTheRule() throws SQLException {
        Map<DeviceState, Long> expected = new HashMap<>();
        long snoozed = 0;
        for (Standing standing : judged().values()) {
            if (standing.snoozedUntil() == null) {
                expected.merge(standing.state(), 1L, Long::sum);
            } else {
                snoozed++;
            }
        }

        StandingSummary summary = standings.of(acme(), DeviceFilter.ALL);

        assertThat(summary.counts()).isEqualTo(expected);
        assertThat(summary.snoozed()).isEqualTo(snoozed).isPositive();
        assertThat(summary.total()).isEqualTo(judged().size());
        assertThat(summary.needing())
                .isEqualTo(DeviceState.NEEDING.stream().mapToLong(expected::get).sum());
    }

    @Test
    void theIncidentsAreOfThoseThatTheRuleSaysNeedSomebody() throws SQLException {
        StandingSummary summary = standings.of(acme(), DeviceFilter.ALL);
        Map<DeviceState, Long> byState = new HashMap<>();
        TroubleSummary incidents =
                new FleetTroubles(counted.source(), clock, fleets).open(acme(), "");
        for (TroubleGroup group : incidents.groups()) {
            byState.merge(group.cause().state(), group.devices(), Long::sum);
            assertThat(group.since())
                    .as(group.cause().key())
                    .isEqualTo(
                            judged().values().stream()
                                    .filter(one -> one.snoozedUntil() == null)
                                    .filter(one -> one.state() == group.cause().state())
                                    .mapToLong(Standing::since)
                                    .min()
                                    .orElseThrow());
        }

        assertThat(incidents.total()).isEqualTo(summary.needing());
        for (DeviceState state : DeviceState.NEEDING) {
            assertThat(byState.get(state)).as(state.wire()).isEqualTo(summary.counts().get(state));
        }
        assertThat(new SnoozedTroubles(counted.source(), clock, fleets).of(acme()).total())
                .isEqualTo(summary.snoozed());
    }

    @Test
    void theFilterFindsThoseThatTheRuleCallsSo() throws SQLException {
        for (DeviceState state : DeviceState.values()) {
            List<String> expected =
                    judged().entrySet().stream()
                            .filter(device -> device.getValue().state() == state)
                            .filter(device -> device.getValue().snoozedUntil() == null)
                            .map(Map.Entry::getKey)
                            .toList();

            assertThat(ids(DeviceSort.NAME, Optional.of(EnumSet.of(state))))
                    .as(state.wire())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(ids(DeviceSort.NAME, Optional.of(Set.of()))).isEmpty();
    }

    @Test
    void theLongestIsTheOneWhoseTroubleBeganFirst() throws SQLException {
        long first =
                judged().values().stream()
                        .filter(one -> one.state().needs() && one.snoozedUntil() == null)
                        .mapToLong(Standing::since)
                        .min()
                        .orElseThrow();

        StandingSummary.Longest longest =
                standings.of(acme(), DeviceFilter.ALL).longest().orElseThrow();

        assertThat(longest.standing().since()).isEqualTo(first);
        assertThat(longest.standing()).isEqualTo(judged().get(longest.deviceId()));
        assertThat(longest.username()).isEqualTo("acme");
    }

    @Test
    void theOrdersAreThoseOfTheRule() throws SQLException {
        Map<String, Standing> judged = judged();
        Comparator<Standing> worst =
                Comparator.comparingDouble(JudgedFleetTest::rank)
                        .thenComparing(one -> one.state().needs() ? one.since() : 0L);
        Comparator<Standing> overdue =
                Comparator.comparing(
                        Standing::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

        assertThat(ids(DeviceSort.WORST, Optional.empty()).stream().map(judged::get))
                .hasSize(judged.size())
                .isSortedAccordingTo(worst);
        assertThat(ids(DeviceSort.OVERDUE, Optional.empty()).stream().map(judged::get))
                .isSortedAccordingTo(overdue);
        List<String> byLast = ids(DeviceSort.LAST_BACKUP, Optional.empty());
        assertThat(judged.get(byLast.get(0)).lastGoodAt()).isNull();
        assertThat(ids(DeviceSort.LAST_BACKUP_DOWN, Optional.empty())).hasSameSizeAs(byLast);
    }

    @Test
    void aPageByStateTakesFiveQueriesAndACountOne() throws SQLException {
        DeviceQuery issues = query(1, DeviceSort.WORST, Optional.of(DeviceState.NEEDING));
        list.page(acme(), issues);

        assertThat(counted.during(() -> list.page(acme(), issues))).isEqualTo(5);
        assertThat(counted.during(() -> standings.of(acme(), DeviceFilter.ALL))).isEqualTo(1);
        assertThat(
                        counted.during(
                                () ->
                                        standings.of(
                                                acme(), DeviceFilter.of("h1", Optional.empty()))))
                .isEqualTo(1);
    }

    @Test
    void aVerdictHoldsAsLongAsTheRuleSaysItWould() throws SQLException {
        for (KnownDevice device : known()) {
            StandingFacts facts = device.facts();
            long until = FleetRows.RULE.holdsUntil(facts, NOW);
            DeviceState now = FleetRows.RULE.of(facts, NOW).state();
            for (long later = 1; later < 40 * HOUR; later += 997) {
                long at = Math.min(SECONDS + later, until - 1);
                assertThat(FleetRows.RULE.of(facts, Instant.ofEpochSecond(at)).state())
                        .as("%s %d s later", facts, later)
                        .isEqualTo(now);
            }
        }
    }

    @Test
    void whatTheClockChangesIsCountedAsSoonAsItHas() throws SQLException {
        for (int hours = 0; hours < 30; hours += 3) {
            clock.forward(Duration.ofHours(3));
            Map<DeviceState, Long> expected = new HashMap<>();
            judged(clock.instant()).values().stream()
                    .filter(one -> one.snoozedUntil() == null)
                    .forEach(one -> expected.merge(one.state(), 1L, Long::sum));

            assertThat(standings.of(acme(), DeviceFilter.ALL).counts())
                    .containsAllEntriesOf(expected);
        }
    }

    private static double rank(Standing standing) {
        return standing.snoozedUntil() == null
                ? standing.state().severity()
                : DeviceState.CANCELLED.severity() + 0.5;
    }

    private static Map<String, Standing> judged() throws SQLException {
        return judged(NOW);
    }

    private static Map<String, Standing> judged(Instant at) throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            Map<String, Long> snoozes = new FleetReader(acme()).snoozes(connection);
            Map<String, Standing> judged = new HashMap<>();
            for (KnownDevice device : known()) {
                judged.put(
                        device.id(),
                        FleetRows.RULE.of(device.facts().snoozed(device.id(), snoozes), at));
            }
            return judged;
        }
    }

    private static List<KnownDevice> known() throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            return new FleetReader(acme()).all(connection);
        }
    }

    private List<String> ids(DeviceSort sort, Optional<Set<DeviceState>> states) {
        List<String> ids = new ArrayList<>();
        for (int page = 1; ; page++) {
            DevicePage some = list.page(acme(), query(page, sort, states));
            some.items().forEach(row -> ids.add(row.id()));
            if (ids.size() >= some.total()) {
                return ids;
            }
        }
    }

    private static DeviceQuery query(int page, DeviceSort sort, Optional<Set<DeviceState>> states) {
        return new DeviceQuery(
                page,
                DeviceQuery.MAX_SIZE,
                sort,
                new DeviceFilter("", Optional.empty(), Optional.empty(), states, GroupChoice.ALL),
                ZoneOffset.UTC);
    }
}
