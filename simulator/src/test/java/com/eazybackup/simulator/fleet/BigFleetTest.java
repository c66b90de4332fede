package com.eazybackup.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BigFleetTest {

    private static final Instant START = Instant.parse("2026-11-22T21:17:00Z");

    @Test
    void aSmallFleetIsTheBeginningOfABigOne() {
        Fleet small = fleet(10);
        Fleet big = fleet(1_000);
        assertThat(big.usernames()).hasSize(1_000).containsAll(small.usernames());
        small.eachProfile((name, profile) -> assertThat(big.profile(name)).contains(profile));
        small.connections().forEach((id, live) -> assertThat(big.connection(id)).contains(live));
    }

    /** What all of it would take is not held: a profile alone is some kilobytes. */
    @Test
    void aHundredThousandAccountsAreThereFromTheFirstToTheLast() {
        Fleet huge = fleet(100_000);
        Fleet again = fleet(100_000);
        assertThat(huge.usernames()).hasSize(100_000).doesNotHaveDuplicates();
        for (int number : new int[] {0, 9, 50_000, 99_999}) {
            String user = huge.usernames().get(number);
            assertThat(huge.profile(user)).isPresent().isEqualTo(again.profile(user));
            assertThat(huge.jobsOf(user)).isEqualTo(again.jobsOf(user));
        }
        String last = huge.usernames().get(99_999);
        String job = huge.acts().jobs().start(last, "", "", "");
        assertThat(huge.job(job).orElseThrow().path("Username").asText()).isEqualTo(last);
        assertThat(huge.connectionCount()).isGreaterThan(80_000);
    }

    @Test
    void aThousandAccountsHaveAboutAsManyDevicesAndMostAreOnline() {
        Fleet fleet = fleet(1_000);
        int[] devices = {0};
        fleet.eachProfile((name, profile) -> devices[0] += profile.path("Devices").size());
        assertThat(devices[0]).isBetween(1_000, 1_350);
        assertThat(fleet.connectionCount()).isBetween(devices[0] * 8 / 10, devices[0]);
    }

    @Test
    void everyPastJobIsFoundByItsIdAndIsTheSame() {
        Fleet fleet = fleet(20);
        List<ObjectNode> jobs = fleet.jobs(job -> true);
        assertThat(jobs).isNotEmpty();
        assertThat(jobs.stream().map(BigFleetTest::id)).doesNotHaveDuplicates();
        assertThat(jobs).allSatisfy(job -> assertThat(fleet.job(id(job))).contains(job));
        assertThat(fleet.job("00000000-0000-4000-8000-000000000000")).isEmpty();
        assertThat(fleet.job("nothing")).isEmpty();
    }

    @Test
    void theProfileKnowsTheItemsLastJobs() {
        Fleet fleet = fleet(20);
        Map<String, ObjectNode> last = new TreeMap<>();
        fleet.jobs(job -> true)
                .forEach(
                        job ->
                                last.merge(
                                        job.path("SourceGUID").asText(),
                                        job,
                                        (one, other) -> start(one) > start(other) ? one : other));
        Map<String, JsonNode> noted = new TreeMap<>();
        fleet.eachProfile(
                (name, profile) ->
                        profile.path("Sources")
                                .properties()
                                .forEach(
                                        item -> {
                                            JsonNode job =
                                                    item.getValue()
                                                            .path("Statistics")
                                                            .path("LastBackupJob");
                                            if (!id(job).isEmpty()) {
                                                noted.put(item.getKey(), job);
                                            }
                                        }));
        assertThat(noted).isEqualTo(last);
    }

    @Test
    void aRangeIsWhatStartedOrEndedInIt() {
        Fleet fleet = fleet(30);
        long from = START.getEpochSecond() - 3 * 86_400;
        long to = from + 86_400;
        List<String> ranged = new ArrayList<>();
        fleet.eachJob(from, to, job -> ranged.add(id(job)));
        List<String> expected =
                fleet
                        .jobs(job -> within(start(job), from, to) || within(end(job), from, to))
                        .stream()
                        .map(BigFleetTest::id)
                        .toList();
        assertThat(ranged).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatIsChangedStaysChangedAndWhatIsGoneIsGone() {
        Fleet fleet = fleet(10);
        String user = fleet.jobs(job -> true).get(0).path("Username").asText();
        String job = id(fleet.jobsOf(user).get(0));
        String hash = fleet.hash(user).orElseThrow();
        fleet.acts().accounts().edit(user, profile -> profile.put("AccountName", "Änderung"));
        assertThat(fleet.profile(user).orElseThrow().path("AccountName").asText())
                .isEqualTo("Änderung");
        assertThat(fleet.hash(user)).isPresent().get().isNotEqualTo(hash);
        assertThat(fleet.job(job)).isPresent();
        fleet.acts().accounts().remove(user);
        assertThat(fleet.job(job)).isEmpty();
        assertThat(fleet.jobsOf(user)).isEmpty();
        fleet.acts().accounts().add(user);
        assertThat(fleet.jobsOf(user)).isEmpty();
        assertThat(fleet.profile(user).orElseThrow().path("Devices")).isEmpty();
    }

    @Test
    void endedJobsArePutAwayAndAreStillWhatTheyWere() {
        Fleet fleet = fleet(10);
        String user = fleet.usernames().get(0);
        Map<String, String> ended = new LinkedHashMap<>();
        String running = fleet.acts().jobs().start(user, "", "", "");
        for (int i = 0; i < 2_500; i++) {
            String job = fleet.acts().jobs().start(user, "", "", "");
            fleet.acts().jobs().finish(job, 5000);
            ended.put(job, fleet.job(job).orElseThrow().toString());
        }
        assertThat(ended)
                .allSatisfy((id, job) -> assertThat(fleet.job(id).orElseThrow()).hasToString(job));
        assertThat(fleet.unfinishedJobs().stream().map(BigFleetTest::id)).containsExactly(running);
        assertThat(fleet.jobsOf(user)).hasSizeGreaterThan(2_500);
    }

    @Test
    void namesOfPastJobsSayWhichOnesAndOthersSayNothing() {
        JobNames names = new JobNames(7);
        JobNames.Night night = new JobNames.Night(99_999, 17, 20_780);
        String id = names.of(night);
        assertThat(id)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(names.night(id)).contains(night);
        assertThat(new JobNames(8).night(id)).isEmpty();
    }

    private static Fleet fleet(int users) {
        return FleetPlan.numbered(users, Clock.fixed(START, ZoneOffset.UTC)).build();
    }

    private static String id(JsonNode job) {
        return job.path("GUID").asText();
    }

    private static long start(JsonNode job) {
        return job.path("StartTime").asLong();
    }

    private static long end(JsonNode job) {
        return job.path("EndTime").asLong();
    }

    private static boolean within(long time, long from, long to) {
        return time >= from && time <= to;
    }
}
