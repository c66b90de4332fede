package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.testing.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CometIntakeTest {

    private static final String USER = "larkspur";

    private IntakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void afterTheFirstCatchUpTheTablesEqualTheServer() throws Exception {
        Place place = world.place(USER);
        world.startJob(place);
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        Until.passes(
                () ->
                        assertThat(world.rows("SELECT state FROM eb_stream_state"))
                                .containsExactly("live"));
    }

    @Test
    void aJobIsSeenStartingGrowingAndEnding() throws Exception {
        world.startIntake().awaitCaughtUp();
        Place place = world.place(USER);
        String job = world.startJob(place);
        awaitKinds(job, List.of("job:start"));
        world.comet.acts().jobs().progress(job, 5_000, 10_000, 3, 7);
        awaitKinds(job, List.of("job:start", "job:progress"));
        world.comet.acts().jobs().finish(job, JobStatuses.WARNING);
        awaitKinds(job, List.of("job:start", "job:progress", "job:end"));
        world.awaitEqual();
        assertThat(
                        world.rows(
                                "SELECT username, device, job_type, status, client_id"
                                        + " FROM eb_jobs_recent_24h WHERE job_id = '"
                                        + job
                                        + "'"))
                .containsExactly(USER + "|" + place.device() + "|4001|warning|102");
    }

    @Test
    void aDeviceComesIsRenamedGoesAndIsRevokedByAnAdministrator() throws Exception {
        world.startIntake().awaitCaughtUp();
        String device = world.comet.acts().devices().add(USER, "FRONT-DESK");
        world.awaitEqual();
        world.comet.acts().devices().rename(USER, device, "RECEPTION");
        world.awaitEqual();
        world.comet.acts().devices().disconnect(USER, device);
        world.awaitEqual();
        world.comet.acts().devices().connect(USER, device);
        world.awaitEqual();
        world.comet.acts().devices().remove(USER, device, Fleet.ADMIN);
        world.awaitEqual();
        // Its connection ends with it: that is news of its own when the two fall into two batches.
        assertThat(deviceKinds(device))
                .startsWith("device:new", "device:updated", "device:offline", "device:online")
                .endsWith("device:removed")
                .filteredOn("device:removed"::equals)
                .hasSize(1);
    }

    @Test
    void itemsVaultsAndAccountsFollowTheProfile() throws Exception {
        world.startIntake().awaitCaughtUp();
        Place place = world.place(USER);
        String item =
                world.comet
                        .acts()
                        .accounts()
                        .addItem(USER, place.device(), "engine1/file", "Photographs");
        String vault = world.comet.acts().accounts().addVault(USER, 1003, "Second vault");
        world.awaitEqual();
        world.comet.acts().accounts().removeItem(USER, item);
        world.comet.acts().accounts().removeVault(USER, vault);
        world.awaitEqual();
        world.comet.acts().accounts().remove(USER);
        world.awaitEqual();
        assertThat(world.rows("SELECT id FROM comet_users WHERE username = '" + USER + "'"))
                .isEmpty();
    }

    @Test
    @Tag("fault-12")
    void whatHappenedWhileTheStreamWasDownIsCaughtUp() throws Exception {
        world.startIntake().awaitCaughtUp();
        Place place = world.place(USER);
        String ending = world.startJob(place);
        world.awaitEqual();
        world.stopIntake();
        world.comet.acts().jobs().finish(ending, JobStatuses.ERROR);
        String starting = world.startJob(world.place("quill"));
        world.comet.acts().devices().add(USER, "NEW-WHILE-AWAY");
        world.startIntake();
        world.awaitEqual();
        assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).contains(starting);
    }

    @Test
    @Tag("fault-01")
    void aKilledStreamComesBackAndNothingIsMissing() throws Exception {
        world.startIntake().awaitCaughtUp();
        Place place = world.place(USER);
        world.comet.stream().killAll();
        String job = world.startJob(place);
        Until.holds("connected again", () -> world.comet.stream().sockets() > 0);
        world.awaitEqual();
        assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).contains(job);
        Until.passes(() -> assertThat(streamStates()).containsSubsequence("live", "down", "live"));
    }

    @Test
    @Tag("fault-04")
    void framesSentTwiceChangeNothingTheSecondTime() throws Exception {
        world.comet.switches().copiesOfEachFrame = 3;
        world.startIntake().awaitCaughtUp();
        String job = world.startJob(world.place(USER));
        awaitKinds(job, List.of("job:start"));
        world.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        world.awaitEqual();
        assertThat(kinds(job)).containsExactly("job:start", "job:end");
    }

    @Test
    @Tag("fault-05")
    void aCompletionThatComesBeforeItsStartLeavesNoGhost() throws Exception {
        world.startIntake().awaitCaughtUp();
        world.comet.switches().swappedPairs = true;
        world.comet.fleet().habits().profileEventAfterJob = false;
        String job = world.startJob(world.place(USER));
        world.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        world.awaitEqual();
        assertThat(kinds(job)).endsWith("job:end");
        assertThat(world.rows("SELECT 1 FROM eb_jobs_live WHERE job_id = '" + job + "'")).isEmpty();
    }

    @Test
    @Tag("fault-06")
    void aJobThatAnAdministratorCancelsEndsThoughNoEventTellsSo() throws Exception {
        world.startIntake().awaitCaughtUp();
        String job = world.startJob(world.place(USER));
        awaitKinds(job, List.of("job:start"));
        world.comet.acts().jobs().cancelByAdmin(job);
        world.awaitEqual();
        assertThat(kinds(job)).containsExactly("job:start", "job:end");
    }

    @Test
    @Tag("fault-06")
    void anAbandonedJobThatTurnsOutToBeAliveRunsAgain() throws Exception {
        world.startIntake().awaitCaughtUp();
        String job = world.startJob(world.place(USER));
        world.comet.acts().jobs().abandon(job);
        world.awaitEqual();
        world.comet.acts().jobs().revive(job);
        world.awaitEqual();
        world.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        world.awaitEqual();
    }

    @Test
    @Tag("fault-06")
    void aRevivedJobEndsAsASuccessWithItsHistoryKept() throws Exception {
        world.startIntake().awaitCaughtUp();
        String job = world.startJob(world.place(USER));
        awaitKinds(job, List.of("job:start"));
        world.comet.acts().jobs().abandon(job);
        awaitKinds(job, List.of("job:start", "job:end"));
        world.comet.acts().jobs().revive(job);
        awaitKinds(job, List.of("job:start", "job:end", "job:start"));
        world.comet.acts().jobs().finish(job, JobStatuses.SUCCESS);
        world.awaitEqual();
        assertThat(kinds(job)).startsWith("job:start", "job:end", "job:start").endsWith("job:end");
        assertThat(
                        world.rows(
                                "SELECT JSON_VALUE(body, '$.job.status') FROM eb_changes"
                                        + " WHERE kind = 'job:end' AND body LIKE '%"
                                        + job
                                        + "%' ORDER BY id"))
                .containsExactly("error", "success");
        assertThat(
                        world.rows(
                                "SELECT j.status, r.status, UNIX_TIMESTAMP(j.started_at) > 0"
                                        + " FROM comet_jobs j JOIN eb_jobs_recent_24h r"
                                        + " ON r.job_id = j.id WHERE j.id = '"
                                        + job
                                        + "'"))
                .containsExactly("5000|success|1");
    }

    @Test
    void aFailingUserListTakesNothingAway() throws Exception {
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        List<String> before = world.rows("SELECT id, revoked_at FROM comet_devices ORDER BY id");
        world.comet.switches().truncatedBodies = true;
        world.comet.stream().killAll();
        Until.holds("connected again", () -> world.comet.stream().sockets() > 0);
        String job = world.startJob(world.place(USER));
        awaitKinds(job, List.of("job:start"));
        assertThat(world.rows("SELECT id, revoked_at FROM comet_devices ORDER BY id"))
                .isEqualTo(before);
    }

    @Test
    void aStreamThatLivesHereIsNotDownBecauseAnotherNodeEnded() throws Exception {
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        int told = streamChanges();
        world.database.run("UPDATE eb_stream_state SET state = 'down'");
        Until.passes(
                () ->
                        assertThat(world.rows("SELECT state FROM eb_stream_state"))
                                .containsExactly("live"));
        assertThat(streamChanges()).as("viewers are told").isGreaterThan(told);
    }

    private int streamChanges() throws Exception {
        return world.rows("SELECT id FROM eb_changes WHERE kind = 'stream'").size();
    }

    @Test
    void wrongCredentialsAreShownAsRefused() throws Exception {
        world.comet.switches().refuseStreams = true;
        world.startIntake();
        Until.passes(
                () ->
                        assertThat(world.rows("SELECT state FROM eb_stream_state"))
                                .containsExactly("refused"));
    }

    @Test
    void noSecretOfAProfileReachesATable() throws Exception {
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        for (String table : List.of("comet_items", "comet_vaults", "comet_devices", "comet_jobs")) {
            assertThat(
                            world.rows(
                                    "SELECT id FROM "
                                            + table
                                            + " WHERE content LIKE '%"
                                            + Fleet.CANARY
                                            + "%'"))
                    .as(table)
                    .isEmpty();
        }
        assertThat(world.rows("SELECT id FROM comet_vaults WHERE bucket_key <> ''")).isEmpty();
        assertThat(world.rows("SELECT id FROM eb_changes WHERE body LIKE '%canary%'")).isEmpty();
    }

    private void awaitKinds(String job, List<String> kinds) throws Exception {
        Until.passes(() -> assertThat(kinds(job)).isEqualTo(kinds));
    }

    private List<String> kinds(String job) throws Exception {
        return world.rows(
                "SELECT kind FROM eb_changes WHERE body LIKE '%" + job + "%' ORDER BY id");
    }

    private List<String> deviceKinds(String device) throws Exception {
        return world.rows(
                "SELECT kind FROM eb_changes WHERE kind LIKE 'device:%' AND body LIKE '%"
                        + device
                        + "%' ORDER BY id");
    }

    private List<String> streamStates() throws Exception {
        return world.rows(
                "SELECT JSON_UNQUOTE(JSON_EXTRACT(body, '$.state')) FROM eb_changes"
                        + " WHERE kind = 'stream' ORDER BY id");
    }
}
