package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jobs that run by themselves, started and stopped over the API. */
class JobsIT {

    private static final String ROOT = "/api/admin/operations";
    private static final String SYNC = ROOT + "/jobs/nightly-sync";
    private static final String USERS = "/api/v1/admin/list-users-full";

    private final SimulatedCometServer first = World.get().comet(DemoCustomers.COMETBACKUP);
    private final SimulatedCometServer second = World.get().comet(DemoCustomers.OBC);

    @TempDir Path folder;

    private Session admin;

    @BeforeEach
    void signIn() throws Exception {
        admin = Session.ofAdmin();
        World.eventually("no sync goes on", () -> !running(admin));
    }

    @AfterEach
    void wellAgain() throws Exception {
        first.faults().clear();
        second.faults().clear();
        first.switches().listedUsersPercent = 100;
        World.eventually("no sync goes on", () -> !running(admin));
    }

    private static JsonNode job(Session session, String name) throws Exception {
        return StreamSupport.stream(session.get(ROOT).json().path("jobs").spliterator(), false)
                .filter(job -> job.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean running(Session session) throws Exception {
        return newest(session).path("outcome").asText().equals("running");
    }

    /** The newest run that was not skipped. */
    private static JsonNode newest(Session session) throws Exception {
        return newest(session, "nightly-sync");
    }

    private static JsonNode newest(Session session, String job) throws Exception {
        JsonNode runs = session.get(ROOT + "/jobs/" + job + "/executions").json().path("items");
        for (JsonNode run : runs) {
            if (!run.path("outcome").asText().equals("skipped")) {
                return run;
            }
        }
        return runs.path(0);
    }

    private JsonNode ended(long execution) throws Exception {
        World.eventually(
                "execution " + execution + " has ended",
                () -> {
                    JsonNode newest = newest(admin);
                    return newest.path("execution").asLong() >= execution
                            && !newest.path("outcome").asText().equals("running")
                            && !running(admin);
                });
        return newest(admin);
    }

    private long start() throws Exception {
        Answer answer = admin.post(SYNC, Map.of());
        assertThat(answer.status()).isEqualTo(202);
        return answer.json().path("execution").asLong();
    }

    @Test
    @Tag("fault-16")
    void itTellsHowFarItIsAndASecondStartIsRefused() throws Exception {
        second.faults().add(Fault.always(Fault.Kind.SLOW).onPath(USERS).value(20_000));

        long execution = start();
        World.eventually("the first server is done", () -> done(execution) > 1000);
        JsonNode now = job(admin, "nightly-sync").path("running");
        Answer again = admin.post(SYNC, Map.of());

        assertThat(now.path("execution").asLong()).isEqualTo(execution);
        assertThat(now.path("node").asText()).isNotEmpty();
        assertThat(now.path("steps").path(0).path("name").asText()).isEqualTo("reconcile");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("conflict");
        JsonNode run = ended(execution);
        assertThat(run.path("outcome").asText()).isEqualTo("completed");
        assertThat(run.path("cause").asText()).isEqualTo("requested");
        assertThat(run.at("/details/profiles")).hasSize(2);
        assertThat(run.path("processed").asLong()).isPositive();
        assertThat(PortalTables.rows("SELECT outcome FROM eb_job_runs ORDER BY id DESC LIMIT 1"))
                .as("the second start is recorded")
                .containsExactly("skipped");
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'jobs.start'"
                                        + " ORDER BY id DESC LIMIT 1"))
                .containsExactly("conflict");
    }

    /** What is shown is seconds old: it may still be of the run before. */
    private long done(long execution) throws Exception {
        JsonNode running = job(admin, "nightly-sync").path("running");
        return running.path("execution").asLong() == execution ? running.path("done").asLong() : 0;
    }

    @Test
    void aSecondRunWritesNothingAndADryRunNeverDoes() throws Exception {
        ended(start());
        JsonNode second = ended(start());
        PortalTables.run("UPDATE comet_items SET name = 'not so' LIMIT 3");
        JsonNode dry =
                ended(admin.post(SYNC, Map.of("dry_run", true)).json().path("execution").asLong());
        List<String> wrong = PortalTables.rows("SELECT id FROM comet_items WHERE name = 'not so'");
        JsonNode third = ended(start());

        assertThat(second.path("repaired").asLong()).isZero();
        assertThat(dry.path("dry_run").asBoolean()).isTrue();
        assertThat(dry.path("repaired").asLong()).isEqualTo(3);
        assertThat(wrong).hasSize(3);
        assertThat(third.path("repaired").asLong()).isEqualTo(3);
        assertThat(third.at("/details/repaired/items").asLong()).isEqualTo(3);
    }

    @Test
    @Tag("fault-16")
    void stoppedItGoesOnFromItsCheckpoint() throws Exception {
        JsonNode whole = ended(start());
        long clean = whole.path("processed").asLong();
        long firsts = whole.at("/details/profiles/0/jobs").asLong();
        second.faults().add(Fault.always(Fault.Kind.SLOW).onPath(USERS).value(15_000));
        long execution = start();
        World.eventually("the first server is done", () -> done(execution) > firsts);

        assertThat(admin.post(SYNC + "/stop").status()).isEqualTo(202);
        JsonNode stopped = ended(execution);
        second.faults().clear();
        long from = Instant.now().toEpochMilli();
        Answer restart = admin.post(SYNC + "/restart");
        JsonNode run = ended(restart.json().path("execution").asLong());

        assertThat(stopped.path("outcome").asText()).isEqualTo("stopped");
        assertThat(stopped.path("restartable").asBoolean()).isTrue();
        assertThat(restart.status()).isEqualTo(202);
        assertThat(run.path("outcome").asText()).isEqualTo("completed");
        assertThat(run.path("processed").asLong()).isEqualTo(clean);
        assertThat(first.callLog().newestFirst())
                .as("what was done is not read again")
                .noneMatch(call -> call.at() >= from && call.path().equals(USERS));
        assertThat(admin.post(SYNC + "/restart").status()).isEqualTo(409);
        assertThat(admin.post(SYNC + "/stop").status()).isEqualTo(409);
    }

    @Test
    void aServerWhoseListsFailDoesNotKeepTheOthersFromTheirTurn() throws Exception {
        first.faults().add(Fault.always(Fault.Kind.STATUS).onPath(USERS));

        JsonNode run = ended(start());
        first.faults().clear();

        assertThat(run.path("outcome").asText()).isEqualTo("failed");
        assertThat(run.path("error").asText()).startsWith(DemoCustomers.COMETBACKUP + ": ");
        assertThat(run.at("/details/profiles/0/complete").asBoolean()).isFalse();
        assertThat(run.at("/details/profiles/1/complete").asBoolean()).isTrue();
        JsonNode restarted = ended(admin.post(SYNC + "/restart").json().path("execution").asLong());
        assertThat(restarted.path("outcome").asText()).isEqualTo("completed");
    }

    @Test
    @Tag("fault-11")
    void aListThatLostManyAccountsWaitsForAnOperator() throws Exception {
        List<String> users = accounts();
        first.switches().listedUsersPercent = 60;

        JsonNode run = ended(start());

        assertThat(run.path("outcome").asText()).isEqualTo("suspicious");
        assertThat(accounts()).isEqualTo(users);
        World.eventually(
                "it waits", () -> !job(admin, "nightly-sync").path("needs_confirmation").isNull());
        assertThat(job(admin, "nightly-sync").path("needs_confirmation").path("sentence").asText())
                .contains("none was removed");
        first.switches().listedUsersPercent = 100;
        JsonNode confirmed = ended(admin.post(SYNC + "/confirm").json().path("execution").asLong());
        assertThat(confirmed.path("outcome").asText()).isEqualTo("completed");
        assertThat(accounts()).as("they are all there again").isEqualTo(users);
        assertThat(admin.post(SYNC + "/confirm").status()).isEqualTo(409);
    }

    @Test
    @Tag("fault-11")
    void whatAListHasLostCanBeConfirmedAlsoWhenAnotherServerFailed() throws Exception {
        // They belong to nobody: what is taken away of accounts with a client is tried elsewhere.
        PortalTables.run(
                "INSERT INTO comet_users (id, client_id, comet_server_id, username)"
                        + " SELECT CONCAT('gone-', id), client_id, comet_server_id,"
                        + " CONCAT('gone-', username) FROM comet_users WHERE comet_server_id = '"
                        + DemoCustomers.COMETBACKUP
                        + "'");
        try {
            second.faults().add(Fault.always(Fault.Kind.STATUS).onPath(USERS));
            JsonNode run = ended(start());
            second.faults().clear();

            assertThat(run.path("outcome").asText()).isEqualTo("failed");
            World.eventually(
                    "it waits",
                    () -> !job(admin, "nightly-sync").path("needs_confirmation").isNull());
            long execution = admin.post(SYNC + "/confirm").json().path("execution").asLong();
            assertThat(ended(execution).path("outcome").asText()).isEqualTo("completed");
            Answer restart = admin.post(SYNC + "/restart");
            assertThat(restart.status()).as("the failed run is still to be done").isEqualTo(202);
            assertThat(ended(restart.json().path("execution").asLong()).path("outcome").asText())
                    .as("the other server is done, and what was confirmed waits no more")
                    .isEqualTo("completed");
            assertThat(admin.post(SYNC + "/confirm").status()).isEqualTo(409);
        } finally {
            PortalTables.run("DELETE FROM comet_users WHERE username LIKE 'gone-%'");
        }
    }

    private static List<String> accounts() throws Exception {
        return PortalTables.rows("SELECT username FROM comet_users ORDER BY id");
    }

    @Test
    @Tag("fault-15")
    @Tag("fault-16")
    void killedAtHalfAnotherNodeGoesOnAndTheTotalsAreThoseOfACleanRun() throws Exception {
        long clean = ended(start()).path("processed").asLong();
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        try (AnotherServer server =
                AnotherServer.start(home, base, Map.of("EB_NODE_NAME", "other"))) {
            server.awaitReady();
            Session there = Session.ofAdmin(server.portal());
            second.faults().add(Fault.always(Fault.Kind.HANG).onPath(USERS));
            long execution = there.post(SYNC, Map.of()).json().path("execution").asLong();
            World.eventually("the first server is done", () -> done(execution) > 1000);
            assertThat(job(admin, "nightly-sync").at("/running/node").asText())
                    .as("every node tells of all nodes")
                    .isEqualTo("other");
            assertThat(admin.post(SYNC, Map.of()).status()).as("one runs").isEqualTo(409);

            server.kill();
            second.faults().clear();

            World.eventually(
                    "the dead run is marked",
                    () ->
                            PortalTables.rows(
                                                    "SELECT 1 FROM eb_job_runs WHERE outcome = 'failed'"
                                                            + " AND execution = "
                                                            + execution)
                                            .size()
                                    == 1);
            JsonNode run = ended(execution + 1);
            assertThat(run.path("outcome").asText()).isEqualTo("completed");
            assertThat(run.path("cause").asText()).isEqualTo("caught-up");
            assertThat(run.path("processed").asLong()).isEqualTo(clean);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices-daily",
                "devices-client-daily",
                "items-daily",
                "storage-daily",
                "housekeeping"
            })
    void eachOfTheOthersRunsToItsEnd(String name) throws Exception {
        Answer answer = admin.post(ROOT + "/jobs/" + name, Map.of());

        assertThat(answer.status()).isEqualTo(202);
        World.eventually(
                name + " is over",
                () -> newest(admin, name).path("outcome").asText().equals("completed"));
    }

    @Test
    void whatFailsSaysWhyAndIsRestarted() throws Exception {
        String items = ROOT + "/jobs/items-daily";
        PortalTables.run("RENAME TABLE eb_items_daily TO eb_items_away");
        try {
            assertThat(admin.post(items, Map.of()).status()).isEqualTo(202);
            World.eventually(
                    "it has failed",
                    () -> newest(admin, "items-daily").path("outcome").asText().equals("failed"));
        } finally {
            PortalTables.run("RENAME TABLE eb_items_away TO eb_items_daily");
        }
        assertThat(newest(admin, "items-daily").path("error").asText())
                .contains("eb_items_daily")
                .contains("doesn't exist");

        assertThat(admin.post(items + "/restart", Map.of()).status()).isEqualTo(202);
        World.eventually(
                "it is over",
                () -> newest(admin, "items-daily").path("outcome").asText().equals("completed"));
    }

    @Test
    void aFigureMayBeGivenItsDayAndNothingElseMay() throws Exception {
        String items = ROOT + "/jobs/items-daily";

        assertThat(admin.post(items, Map.of("date", "2026-01-31")).status()).isEqualTo(202);
        World.eventually(
                "the row of that day is there",
                () ->
                        !PortalTables.rows(
                                        "SELECT ff_items FROM eb_items_daily WHERE d = ?",
                                        "2026-01-31")
                                .isEmpty());
        World.eventually(
                "it is over",
                () -> newest(admin, "items-daily").path("outcome").asText().equals("completed"));
        Answer again = admin.post(items, Map.of("date", "2026-01-31"));
        assertThat(again.status()).as("the day keeps its figures").isEqualTo(409);
        assertThat(again.json().path("detail").asText()).contains("2026-01-31 are written");
        assertThat(admin.post(items, Map.of("date", "2126-01-31")).status()).isEqualTo(409);
        for (Map<String, ?> bad :
                List.of(Map.of("date", "31.1.2026"), Map.of("day", "2026-01-31"))) {
            assertThat(admin.post(items, bad).status()).isEqualTo(400);
        }
        assertThat(admin.post(SYNC, Map.of("date", "2026-01-31")).status()).isEqualTo(400);
    }

    @Test
    void theSchedulesAreThoseOfTheSettingsAndTheirTimersAreInTheDatabase() throws Exception {
        JsonNode sync = job(admin, "nightly-sync");

        assertThat(sync.path("schedule").asText()).isEqualTo("daily 00:30");
        assertThat(sync.path("zone").asText()).isEqualTo("UTC");
        assertThat(sync.path("next").asLong()).isPositive();
        assertThat(
                        PortalTables.rows(
                                "SELECT COUNT(*) FROM JBOSS_EJB_TIMER WHERE TIMED_OBJECT_ID LIKE"
                                        + " '%JobTimers' AND TIMER_STATE = 'CREATED'"))
                .containsExactly("6");
    }

    @Test
    void whoOnlyLooksStartsNothing() throws Exception {
        assertThat(Session.of(World.SMALL).post(SYNC, Map.of()).status()).isEqualTo(403);
        assertThat(new Session().post(SYNC, Map.of()).status()).isIn(401, 403);
        assertThat(admin.post(ROOT + "/jobs/no-such-job", Map.of()).status()).isEqualTo(404);
        assertThat(admin.post(ROOT + "/jobs/no-such-job/stop").status()).isEqualTo(404);
        assertThat(admin.get(ROOT + "/jobs/no-such-job/executions").status()).isEqualTo(404);
    }
}
