package com.eazybackup.job;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.comet.LogSeverity;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.ingest.FleetServers;
import com.eazybackup.ingest.IntakeWorld;
import com.eazybackup.ingest.Intakes;
import com.eazybackup.simulator.comet.Switches.OldLogs;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs as the simulated Comet Server gives them. */
class JobLogsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final String USER = "larkspur";
    private static final String LOG = "/api/v1/admin/get-job-log-entries";
    private static final int OLD = 29;

    private static final MovedClock CLOCK = new MovedClock(NOW);
    private static IntakeWorld shared;

    private IntakeWorld world = shared;
    private String job;

    @BeforeAll
    static void open() throws Exception {
        shared = IntakeWorld.idle(CLOCK);
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    @BeforeEach
    void aJobThatEndedWithAWarning() throws Exception {
        world.comet.faults().clear();
        world.comet.switches().oldLogs = OldLogs.KEPT;
        world.comet.switches().unknownJobStatus = 404;
        world.comet.switches().nullForEmpty = false;
        job = world.startJob(world.place(USER));
        world.comet.acts().jobs().finish(job, 7001);
        long end = CLOCK.instant().getEpochSecond();
        new FleetRows(world.database).cometJob(1, "h1", USER, job, 4001, 7001, end - 60, end);
    }

    @Test
    void theLogIsToldInTheOrderOfTimeAsCometSpellsIt() throws Exception {
        JobLog log = log();

        assertThat(log.entries())
                .hasSizeGreaterThan(4)
                .isSortedAccordingTo(Comparator.comparingLong(JobLog.Entry::time))
                .allMatch(entry -> LogSeverity.of(entry.severity()) != LogSeverity.UNKNOWN)
                .anySatisfy(
                        entry -> {
                            assertThat(entry.severity()).isEqualTo("W");
                            assertThat(entry.message()).contains("büro.mdb: the file is in use");
                        });
        assertThat(log.more()).isZero();
        assertThat(log.gone()).isFalse();
        assertThat(log.at()).isEqualTo(CLOCK.instant());
    }

    @ParameterizedTest
    @EnumSource(OldLogs.class)
    void anOldLogIsThereOrEmptyOrGoneAsTheServerHasIt(OldLogs then) throws Exception {
        CLOCK.forward(Duration.ofDays(OLD));
        world.comet.switches().oldLogs = then;

        JobLog log = log();

        assertThat(log.entries().isEmpty()).isEqualTo(then != OldLogs.KEPT);
        assertThat(log.gone()).isEqualTo(then == OldLogs.REFUSED);
    }

    @Test
    void aJobThatTheServerHasForgottenIsGoneWhateverNumberItSays() throws Exception {
        world.comet.acts().jobs().forget(job);
        assertThat(log().gone()).isTrue();

        world.comet.switches().unknownJobStatus = 400;
        assertThat(log().gone()).isTrue();
    }

    @Test
    void anEmptyListThatComesAsNullIsAnEmptyLog() throws Exception {
        CLOCK.forward(Duration.ofDays(OLD));
        world.comet.switches().oldLogs = OldLogs.EMPTY;
        world.comet.switches().nullForEmpty = true;

        assertThat(log().entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"STATUS", "HTML", "EMPTY", "TRUNCATED", "DROP", "ERROR_BODY"})
    @Tag("fault-26")
    void aServerInTroubleIsAwayForNowAndNothingOfItIsTold(Fault.Kind kind) throws Exception {
        // A server that fails each other time is left alone for a while.
        assertThat(log().entries()).isNotEmpty();
        world.comet
                .faults()
                .add(
                        Fault.always(kind)
                                .onPath(LOG)
                                .value(kind == Fault.Kind.TRUNCATED ? 40 : kind.usualValue()));

        JobLogUnreadable away = catchThrowableOfType(JobLogUnreadable.class, this::log);

        assertThat(away.passing()).isTrue();
        assertThat(away.getMessage())
                .doesNotContain(world.comet.access().password())
                .doesNotContain(job);
        world.comet.faults().clear();
        assertThat(log().entries()).isNotEmpty();
    }

    /** In a world of its own: the client remembers for a while what was not accepted. */
    @Test
    void aServerThatDoesNotAllowItHasRefused() throws Exception {
        try (IntakeWorld own = IntakeWorld.idle(CLOCK)) {
            world = own;
            aJobThatEndedWithAWarning();
            own.comet.switches().permissionDenied = true;

            JobLogUnreadable refused = catchThrowableOfType(JobLogUnreadable.class, this::log);

            assertThat(refused.passing()).isFalse();
        }
    }

    @Test
    void aServerThatNobodyTakesNewsOfIsAway() {
        JobLogs nowhere = logs(new FleetServers(new Intakes()));

        assertThatThrownBy(() -> nowhere.of(scope(1, USER), id()))
                .isInstanceOfSatisfying(
                        JobLogUnreadable.class, e -> assertThat(e.passing()).isTrue());
    }

    @Test
    @Tag("fault-23")
    void theServerIsNotAskedAboutAJobThatIsNotTheClients() throws Exception {
        long before = world.comet.requests();

        assertThat(logs().of(scope(2, USER), id())).isEmpty();
        assertThat(logs().of(scope(1, "other"), id())).isEmpty();
        assertThat(logs().of(scope(1, USER), "cometbackup:no-such-job")).isEmpty();

        assertThat(world.comet.requests()).isEqualTo(before);
    }

    private JobLog log() throws JobLogUnreadable {
        return logs().of(scope(1, USER), id()).orElseThrow();
    }

    private String id() {
        return IntakeWorld.PROFILE + ":" + job;
    }

    private JobLogs logs() {
        return logs(new FleetServers(world.intakes()));
    }

    private JobLogs logs(FleetServers servers) {
        return new JobLogs(
                new JobReports(world.database.source(), CLOCK, FleetRows.FIVE_MINUTES),
                servers,
                CLOCK);
    }
}
