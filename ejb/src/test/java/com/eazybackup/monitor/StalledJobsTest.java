package com.eazybackup.monitor;

import static com.eazybackup.monitor.MonitorWorld.PROFILE;
import static com.eazybackup.monitor.MonitorWorld.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.monitor.MonitorRun.Cause;
import com.eazybackup.monitor.MonitorRun.Outcome;
import com.eazybackup.monitor.MonitorWorld.Node;
import com.eazybackup.platform.NodeLock;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.Until;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that run by the tables and are dead, with a Comet Server and a database. */
class StalledJobsTest {

    private static final String ADMIN = "/api/v1/admin/";

    private MonitorWorld world;
    private Node node;

    @BeforeEach
    void open() throws Exception {
        world = MonitorWorld.create();
        node = world.node();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("fault-06")
    void aDeadJobIsNotedThenCancelledAndItsEndIsWrittenAsAnEventWould() throws Exception {
        String job = world.dead();

        MonitorRun first = node.run();
        assertThat(world.live(job)).containsExactly("1|0|none|");
        assertThat(first.lines().get(0).evidence()).endsWith(" bytes.");
        assertThat(first.figures().struck()).isEqualTo(1);
        assertThat(first.figures().unfinished()).isEqualTo(1);
        assertThat(node.run().figures().waiting()).as("not again at once").isEqualTo(1);

        world.later(300);
        MonitorRun second = node.run();

        assertThat(second.figures().cancelled()).isEqualTo(1);
        assertThat(second.figures().finished()).isEqualTo(1);
        assertThat(second.lines()).extracting(MonitorLine::action).containsExactly("cancel+finish");
        assertThat(world.cometStatus(job)).isEqualTo(7005);
        assertThat(world.live(job)).isEmpty();
        assertThat(world.status(job)).containsExactly("7005");
        assertThat(world.recent(job)).containsExactly("error");
        assertThat(
                        world.intake.rows(
                                "SELECT kind FROM eb_changes WHERE body LIKE '%"
                                        + job
                                        + "%' ORDER BY id"))
                .containsExactly("job:start", "job:end");
    }

    @Test
    void aJobWhoseDeviceIsAwayIsAbandonedWhereItCannotBeCancelled() throws Exception {
        Place place = world.place();
        String job = world.dead();
        world.intake.comet.acts().devices().disconnect(USER, place.device());
        Until.holds(
                "it is offline",
                () ->
                        !world.intake
                                .rows(
                                        "SELECT 1 FROM comet_devices WHERE is_active = 0 AND hash = '"
                                                + place.device()
                                                + "'")
                                .isEmpty());
        node.run();
        world.later(300);

        MonitorRun run = node.run();

        assertThat(run.lines())
                .extracting(MonitorLine::action)
                .containsExactly("cancel+abandon+finish");
        assertThat(world.cometStatus(job)).isEqualTo(7007);
        assertThat(world.status(job)).containsExactly("7007");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void aDeviceThatCannotBeAskedIsRememberedAndTheNextRunAbandons(int status) throws Exception {
        world.intake.comet.switches().cancelUnreachableStatus = status;
        Place place = world.place();
        String job = world.dead();
        world.intake.comet.acts().devices().vanish(USER, place.device());
        node.run();
        world.later(300);

        assertThat(node.run().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(world.live(job)).hasSize(1);
        assertThat(world.live(job).get(0)).startsWith("1|1|cancel_unavailable|Comet says");
        world.later(300);
        node.run();

        assertThat(world.status(job)).containsExactly("7007");
        assertThat(world.live(job)).isEmpty();
    }

    @Test
    void aDeviceThatSaysNothingAtAllIsAbandonedInTheSameRun() throws Exception {
        world.intake.comet.switches().cancelIgnored = true;
        String job = world.dead();
        node.run();
        world.later(300);

        MonitorRun run = node.run();

        assertThat(run.figures().cancelled()).isEqualTo(1);
        assertThat(run.figures().abandoned()).isEqualTo(1);
        assertThat(world.status(job)).containsExactly("7007");
    }

    @Test
    void aDeviceThatOnceSpokeIsGivenTimeToStop() throws Exception {
        world.intake.comet.switches().cancelIgnored = true;
        String job = world.running(world.place());
        // Two hours ago by the server's clock, too.
        world.intake.fleet().habits().clockSkewSeconds = -7_200;
        world.intake.comet.acts().jobs().progress(job, 0, 100, 0, 1);
        world.intake.fleet().habits().clockSkewSeconds = 0;
        world.later(7_200);
        node.run();
        world.later(300);
        node.run();
        assertThat(world.live(job)).containsExactly("1|1|cancel_requested|");
        assertThat(node.run().figures().waiting()).isEqualTo(1);
        world.later(300);
        node.run();
        assertThat(world.status(job)).containsExactly("7007");
    }

    @Test
    void afterThreeAttemptsItIsLeftAloneForADayAndThenTriedAnew() throws Exception {
        world.intake.comet.switches().cancelIgnored = true;
        world.intake.comet.switches().abandonIgnored = true;
        String job = world.dead();
        for (int look = 0; look < 4; look++) {
            node.run();
            world.later(1_200);
        }
        assertThat(world.live(job)).containsExactly("1|3|abandon_requested|");

        assertThat(node.run().figures().exhausted()).isEqualTo(1);
        assertThat(world.live(job)).containsExactly("1|3|exhausted|");
        world.later(80_000);
        assertThat(node.run().figures().actions()).isZero();
        world.later(10_000);
        node.run();
        assertThat(world.live(job)).containsExactly("1|0|none|");
        world.intake.comet.switches().abandonIgnored = false;
        world.later(300);
        node.run();
        assertThat(world.status(job)).containsExactly("7007");
    }

    @Test
    @Tag("fault-06")
    void anAbandonedJobThatIsRevivedGoesOnAndEndsWithItsHistory() throws Exception {
        String job = world.dead();
        world.intake.comet.switches().cancelIgnored = true;
        node.run();
        world.later(300);
        node.run();
        assertThat(world.status(job)).containsExactly("7007");

        world.intake.comet.acts().jobs().revive(job);
        MonitorRun run = node.run();
        assertThat(run.figures().seeded()).isEqualTo(1);
        assertThat(world.live(job)).as("as if nothing had been").containsExactly("0|0|none|");
        assertThat(world.status(job)).containsExactly("6002");
        world.intake.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        Until.holds("it has ended", () -> world.live(job).isEmpty());

        assertThat(world.status(job)).containsExactly("5000");
        assertThat(
                        world.intake.rows(
                                "SELECT kind FROM eb_changes WHERE body LIKE '%"
                                        + job
                                        + "%' AND kind <> 'job:progress' ORDER BY id"))
                .containsExactly("job:start", "job:end", "job:start", "job:end");
    }

    @Test
    void aSignOfLifeMakesEverythingForgotten() throws Exception {
        String job = world.dead();
        node.run();
        assertThat(world.live(job)).containsExactly("1|0|none|");
        world.intake.comet.acts().jobs().progress(job, 0, 100, 0, 1);
        world.later(300);

        MonitorRun run = node.run();

        assertThat(run.figures().fresh()).isEqualTo(1);
        assertThat(run.figures().checked()).as("the list has said it").isZero();
        assertThat(world.live(job)).containsExactly("0|0|none|");
    }

    @Test
    void aJobThatReportsNoProgressAndSendsNothingMoreIsFound() throws Exception {
        String job = world.running(world.place());
        world.intake.comet.acts().jobs().sent(job, 4_000);
        assertThat(node.run().figures().fresh()).isEqualTo(1);
        world.later(7_200);

        assertThat(node.run().figures().struck()).isEqualTo(1);
        world.intake.comet.acts().jobs().sent(job, 5_000);
        world.later(300);
        assertThat(node.run().figures().fresh()).as("it sends again").isEqualTo(1);
    }

    @Test
    @Tag("fault-10")
    void aPageThatAProxyHasNotFoundSaysNothingOfAJob() throws Exception {
        String listed = world.dead();
        Place place = world.place();
        String missing = world.running(place);
        world.intake.comet.acts().jobs().forget(missing);
        notFound(Fault.Kind.STATUS);

        MonitorRun run = node.run();

        assertThat(run.figures().finished()).isZero();
        assertThat(run.figures().errors()).isEqualTo(2);
        assertThat(world.live(listed).get(0)).startsWith("0|0|none|").contains("404");
        assertThat(world.live(missing).get(0)).startsWith("0|0|none|").contains("404");
    }

    @Test
    void aJobThatIsListedIsNotForgottenWhateverOneAnswerSays() throws Exception {
        String job = world.dead();
        notFound(Fault.Kind.ERROR_BODY);

        assertThat(node.run().figures().finished()).isZero();
        assertThat(world.live(job).get(0)).startsWith("0|0|none|Comet says 404");
    }

    private void notFound(Fault.Kind kind) {
        world.intake
                .comet
                .faults()
                .add(Fault.always(kind).value(404).onPath(ADMIN + "get-job-properties"));
    }

    @Test
    @Tag("fault-10")
    void whoMayNotAbandonIsToldSoAndTheOthersAreStillFinished() throws Exception {
        world.intake.comet.switches().cancelIgnored = true;
        String first = world.running(world.place());
        String second = world.running(world.place());
        world.later(7_200);
        node.run();
        world.later(300);
        String over = world.running(world.place());
        world.intake.comet.acts().jobs().cancelByAdmin(over);
        world.intake.database.run(
                "UPDATE eb_jobs_live SET last_checked_ts = 2000000000 WHERE job_id = '"
                        + over
                        + "'");
        world.intake
                .comet
                .faults()
                .add(Fault.always(Fault.Kind.ERROR_BODY).value(403).onPath(ADMIN + "job/abandon"));

        MonitorRun run = node.run();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.error()).contains("403");
        assertThat(run.figures().abandoned()).isEqualTo(1);
        assertThat(world.status(over)).containsExactly("7005");
        assertThat(attempts(first, second)).containsExactlyInAnyOrder("0", "1");
    }

    private List<String> attempts(String... jobs) throws Exception {
        return world.intake.rows(
                "SELECT cancel_attempts FROM eb_jobs_live WHERE job_id IN ('"
                        + String.join("','", jobs)
                        + "')");
    }

    @Test
    void anotherUsersDeviceOfTheSameHashIsNotTheJobs() throws Exception {
        String job = world.running(world.place());
        world.intake.database.run(
                "UPDATE comet_devices SET name = 'of somebody else', username = 'other'"
                        + " WHERE username = '"
                        + USER
                        + "'");
        world.later(7_200);
        StalledList list =
                new StalledList(world.intake.database.source(), node.jobs(), Clock.systemUTC());

        assertThat(list.page(1, 50).items().get(0).deviceName()).isEmpty();
        assertThat(node.run().lines())
                .filteredOn(line -> line.jobId().equals(job))
                .extracting(MonitorLine::deviceName)
                .containsExactly("");
    }

    @Test
    void whatEndedWithoutAWordIsWrittenAlthoughTheRowIsYoung() throws Exception {
        String job = world.running(world.place());
        world.intake.comet.acts().jobs().cancelByAdmin(job);

        assertThat(node.run().figures().finished()).isEqualTo(1);
        assertThat(world.status(job)).containsExactly("7005");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 400})
    void aJobThatTheServerHasForgottenHasFailed(int status) throws Exception {
        world.intake.comet.switches().unknownJobStatus = status;
        String job = world.running(world.place());
        world.intake.comet.acts().jobs().forget(job);

        MonitorRun run = node.run();

        assertThat(run.lines()).extracting(MonitorLine::rule).containsExactly("forgotten");
        assertThat(world.status(job)).containsExactly("7002");
        assertThat(world.recent(job)).containsExactly("error");
        assertThat(world.live(job)).isEmpty();
    }

    @Test
    void aForgottenJobThatWasNeverRecordedHasFailedToo() throws Exception {
        String job = world.running(world.place());
        world.intake.comet.acts().jobs().forget(job);
        world.intake.database.run("DELETE FROM comet_jobs WHERE id = '" + job + "'");

        MonitorRun run = node.run();

        assertThat(run.lines()).extracting(MonitorLine::action).containsExactly("finish");
        assertThat(world.status(job)).containsExactly("7002");
        assertThat(world.live(job)).isEmpty();
    }

    @Test
    void anEndWithoutAStatusOfItsOwnIsAFailure() throws Exception {
        String job = world.dead();
        world.intake.comet.acts().jobs().showEnd(job);

        node.run();

        assertThat(world.live(job)).isEmpty();
        assertThat(world.recent(job)).containsExactly("error");
    }

    @Test
    @Tag("fault-07")
    void aStatusThatNobodyKnowsIsNotedAndNothingIsDoneAndTheOthersAreLookedAfter()
            throws Exception {
        String strange = world.running(world.place());
        String none = world.running(world.place());
        String dead = world.dead();
        world.intake.comet.acts().jobs().show(strange, 6042);
        world.intake.comet.acts().jobs().show(none, 0);

        node.run();
        world.later(300);
        MonitorRun run = node.run();

        assertThat(world.live(strange)).containsExactly("0|0|none|Its status is not known: 6042.");
        assertThat(world.live(none)).containsExactly("0|0|none|It has no status.");
        assertThat(run.figures().errors()).isEqualTo(2);
        assertThat(world.status(dead)).containsExactly("7005");
    }

    @Test
    void aRestoreIsNobodysBusiness() throws Exception {
        Place place = world.place();
        String restore =
                world.intake
                        .comet
                        .acts()
                        .jobs()
                        .start(USER, place.device(), place.item(), place.vault(), 4002);
        Until.holds("it runs", () -> !world.live(restore).isEmpty());
        world.later(90_000);

        assertThat(node.run().figures().struck()).isZero();
        assertThat(world.live(restore)).containsExactly("0|0|none|");
    }

    @Test
    void aJobOfAUserWithoutAClientIsLeftAlone() throws Exception {
        String job = world.dead();
        node.run();
        world.later(300);
        world.intake.database.run("DELETE FROM tblhosting WHERE username = '" + USER + "'");
        Until.holds("it is known", () -> node.jobs().runs(PROFILE, MonitorWorld.id(job)) == false);

        assertThat(node.run().figures().actions()).isZero();
        assertThat(world.cometStatus(job)).isEqualTo(6001);
    }

    @Test
    void aDryRunTellsWhatItWouldDoAndChangesNothing() throws Exception {
        String job = world.dead();
        node.run();
        world.later(300);
        List<String> before = tables();

        MonitorRun run = node.run(true);

        assertThat(run.dryRun()).isTrue();
        assertThat(run.lines()).hasSize(1);
        assertThat(run.lines().get(0).would()).isEqualTo("cancel");
        assertThat(run.lines().get(0).action()).isEmpty();
        assertThat(tables()).isEqualTo(before);
        assertThat(world.cometStatus(job)).isEqualTo(6001);
    }

    @Test
    void inAuditModeAndByTheSettingEveryRunIsADryOne() throws Exception {
        String job = world.dead();
        List<String> before = tables();
        Node audits = world.node("EB_MON_MODE", "audit");
        audits.jobs().scheduled(PROFILE);
        Node dry = world.node("EB_MON_DRY_RUN", "1");
        dry.run();

        assertThat(tables()).isEqualTo(before);
        List<MonitorLine> lines = audits.jobs().here(PROFILE).orElseThrow().lines();
        assertThat(lines).extracting(MonitorLine::would).containsExactly("strike");
        assertThat(lines.get(0).evidence())
                .as("what it remembers no strike for")
                .endsWith(" bytes. Still so at the next look, it would be cancelled.");
        assertThat(world.cometStatus(job)).isEqualTo(6001);
        Node off = world.node("EB_MON_MODE", "off");
        off.jobs().scheduled(PROFILE);
        assertThat(off.jobs().here(PROFILE)).isEmpty();
    }

    @Test
    void noMoreIsDoneInOneRunThanTheSettingsAllow() throws Exception {
        for (int i = 0; i < 5; i++) {
            world.running(world.place());
        }
        world.later(7_200);
        Node careful = world.node("EB_MON_ACTION_LIMIT", "2", "EB_MON_BATCH_LIMIT", "4");
        assertThat(careful.run().figures().checked()).isEqualTo(4);
        assertThat(careful.run().figures().struck()).as("the fifth").isEqualTo(1);
        world.later(300);

        MonitorRun run = careful.run();

        assertThat(run.figures().actions()).isEqualTo(2);
        assertThat(run.figures().actionLimit()).isEqualTo(2);
        assertThat(run.figures().finished()).isEqualTo(2);
        assertThat(world.intake.rows("SELECT 1 FROM eb_jobs_live")).hasSize(3);
    }

    @Test
    @Tag("fault-10")
    void aServerThatRefusesUsEndsTheRunBeforeAnyJobIsTouched() throws Exception {
        String job = world.dead();
        node.run();
        world.later(300);
        world.intake.comet.switches().permissionDenied = true;

        MonitorRun run = node.run();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.error()).isNotBlank();
        assertThat(world.live(job)).containsExactly("1|0|none|");
        assertThat(world.cometStatus(job)).isEqualTo(6001);
    }

    @Test
    @Tag("fault-10")
    void failuresAreCountedUntilARunIsComplete() throws Exception {
        node.run();
        world.intake.comet.switches().truncatedBodies = true;
        node.run();
        node.run();
        assertThat(state()).containsExactly("2|1|1");
        assertThat(node.runs().standings().get(PROFILE.value()).failures()).isEqualTo(2);
        world.intake.comet.switches().truncatedBodies = false;

        assertThat(node.run().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(state()).containsExactly("0|1|1");
    }

    @Test
    @Tag("fault-10")
    void aServerThatIsSickChangesNothing() throws Exception {
        world.dead();
        List<String> before = tables();
        world.intake.comet.switches().truncatedBodies = true;
        assertThat(node.run().outcome()).isEqualTo(Outcome.FAILED);
        world.intake.comet.switches().truncatedBodies = false;
        world.intake.comet.faults().html(true);
        assertThat(node.run().outcome()).isEqualTo(Outcome.FAILED);
        world.intake.comet.faults().html(false);

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    @Tag("fault-15")
    @Tag("fault-16")
    void onlyOneOfTwoNodesIsAtIt() throws Exception {
        world.dead();
        Node other = world.node();
        try (NodeLock.Held held =
                new NodeLock(world.intake.database.source())
                        .tryHold("monitor-" + PROFILE)
                        .orElseThrow()) {
            assertThat(held.still()).isTrue();
            assertThat(other.run().outcome()).isEqualTo(Outcome.SKIPPED);
            assertThatThrownBy(() -> other.jobs().step(PROFILE, MonitorWorld.id("any")))
                    .isInstanceOf(MonitorBusy.class);
        }
        assertThat(other.run().outcome()).isEqualTo(Outcome.COMPLETE);
        node.jobs().scheduled(PROFILE);
        other.jobs().scheduled(PROFILE);
        assertThat(other.jobs().here(PROFILE).orElseThrow().outcome())
                .as("the other one has just been there")
                .isEqualTo(Outcome.SKIPPED);
        assertThat(world.intake.rows("SELECT cause FROM eb_monitor_runs ORDER BY id"))
                .containsExactly("requested", "schedule");
    }

    @Test
    void aRunThatStumblesIsOver() throws Exception {
        MonitorOrder order = new MonitorOrder(Cause.REQUESTED, false, node.jobs().limits());
        assertThatThrownBy(
                        () ->
                                node.jobs()
                                        .run(
                                                PROFILE,
                                                order,
                                                id -> {
                                                    throw new IllegalStateException("ours");
                                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.intake.rows("SELECT outcome, error FROM eb_monitor_runs"))
                .containsExactly("failed|The run broke off.");
        assertThat(node.jobs().here(PROFILE).orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void whatANodeLeftUnfinishedIsOverWhenTheNextOneBegins() throws Exception {
        node.runs()
                .begin(
                        PROFILE,
                        MonitorRun.Mode.ENFORCE,
                        new MonitorOrder(Cause.SCHEDULE, false, node.jobs().limits()));

        node.run();

        assertThat(world.intake.rows("SELECT outcome, error FROM eb_monitor_runs ORDER BY id"))
                .containsExactly("failed|The node ended.", "complete|");
    }

    @Test
    @Tag("fault-13")
    void whileTheDatabaseIsAwayARunFailsAndNothingIsThrown() throws Exception {
        world.dead();
        world.intake.database.run("RENAME TABLE eb_monitor_runs TO away");
        try {
            MonitorRun run = node.run();
            assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(run.id()).isZero();
            assertThat(node.jobs().here(PROFILE)).contains(run);
        } finally {
            world.intake.database.run("RENAME TABLE away TO eb_monitor_runs");
        }
        assertThat(node.run().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void oneJobIsJudgedAndTakenFurtherOnAnOperatorsWord() throws Exception {
        String job = world.dead();
        node.run();

        JobVerdict verdict = node.jobs().judge(PROFILE, MonitorWorld.id(job)).orElseThrow();
        assertThat(verdict.line().would()).isEqualTo("cancel");
        assertThat(verdict.line().evidence()).contains("Last sign of life 72");
        assertThat(world.cometStatus(job)).isEqualTo(6001);

        JobVerdict done = node.jobs().step(PROFILE, MonitorWorld.id(job)).orElseThrow();
        assertThat(done.line().action()).isEqualTo("cancel+finish");
        assertThat(world.status(job)).containsExactly("7005");
        assertThat(node.jobs().judge(PROFILE, MonitorWorld.id(job))).isEmpty();

        String alive = world.running(world.place());
        assertThat(node.jobs().step(PROFILE, MonitorWorld.id(alive)).orElseThrow().line().rule())
                .isEqualTo("fresh");
        assertThat(world.cometStatus(alive)).isEqualTo(6001);
    }

    @Test
    void whatShowsNoLifeIsListedWithWhatComesNext() throws Exception {
        world.running(world.place());
        StalledList list =
                new StalledList(world.intake.database.source(), node.jobs(), Clock.systemUTC());
        assertThat(list.page(1, 50).total()).isZero();
        world.later(2_000);
        StalledJob half = list.page(1, 50).items().get(0);
        assertThat(half.next()).isEqualTo("wait");
        assertThat(half.deviceName()).isNotBlank();
        assertThat(half.engine()).startsWith("engine1/");
        world.later(7_200);
        assertThat(list.page(1, 50).items().get(0).next()).isEqualTo("look");
        node.run();
        StalledJob struck = list.page(1, 50).items().get(0);
        assertThat(struck.next()).isEqualTo("wait");
        assertThat(struck.nextAt()).isPresent();
        assertThat(struck.observations()).isEqualTo(1);
        world.later(300);
        assertThat(list.page(1, 50).items().get(0).next()).isEqualTo("cancel");
        assertThat(list.page(2, 50).items()).isEmpty();
    }

    @Test
    void runsAreKeptForThirtyDays() throws Exception {
        node.run();
        node.run();
        world.intake.database.run(
                "UPDATE eb_monitor_runs SET began_ms = began_ms - 31 * 86400000 ORDER BY id LIMIT 1");

        assertThat(node.runs().forgetOld()).isEqualTo(1);
        assertThat(node.runs().list(Optional.of(PROFILE), 1, 10).total()).isEqualTo(1);
    }

    private List<String> state() throws Exception {
        return world.intake.rows(
                "SELECT consecutive_failures, last_success_ts > 0, last_error <> ''"
                        + " FROM eb_monitor_profile_state");
    }

    private List<String> tables() throws Exception {
        List<String> all = new ArrayList<>(world.intake.rows("SELECT * FROM eb_jobs_live"));
        all.addAll(world.intake.rows("SELECT id, status, ended_at FROM comet_jobs"));
        all.addAll(world.intake.rows("SELECT job_id FROM eb_jobs_recent_24h"));
        all.addAll(world.intake.rows("SELECT id FROM eb_changes"));
        return all;
    }
}
