package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.CatchUpRun.Cause;
import com.eazybackup.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators see of an intake and ask of it. */
class IntakeWatchTest {

    private static final String USER = "larkspur";
    private static final ProfileName PROFILE = new ProfileName(IntakeWorld.PROFILE);

    private IntakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        Until.holds("the catch-up is recorded", () -> world.status().lastCatchUp().isPresent());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aQuietStreamIsLiveWithNothingWaiting() throws Exception {
        Until.holds("it is live", () -> world.status().stream().state().equals("live"));
        IntakeStatus status = world.status();
        assertThat(status.stream().connected()).isEqualTo(1);
        assertThat(status.stream().lastFrame()).isPresent();
        assertThat(status.stream().ends()).isEmpty();
        assertThat(status.queue().frames()).isZero();
        assertThat(status.queue().capacity()).isEqualTo(1000);
        assertThat(status.queue().held()).isFalse();
        assertThat(status.counts().unreadable()).isZero();
    }

    @Test
    void whatCameIsCountedWithItsLag() throws Exception {
        Until.holds("what came is written", () -> written() == world.status().counts().frames());
        long before = written();
        world.startJob(world.place(USER));
        Until.holds("it is written", () -> written() > before);
        assertThat(world.status().counts().frames()).isEqualTo(written());
        assertThat(world.status().lag().worstOfLastMinuteMs())
                .isGreaterThanOrEqualTo(world.status().lag().lastMs());
    }

    private long written() {
        return world.status().lag().eventsOfLastMinute();
    }

    @Test
    void theFirstCatchUpSaysWhatItFoundAndPutRight() throws Exception {
        CatchUpRun run = world.status().lastCatchUp().orElseThrow();
        assertThat(run.complete()).isTrue();
        assertThat(run.cause()).isEqualTo(Cause.CONNECTED);
        assertThat(run.gap()).as("nothing was ever written").isEmpty();
        assertThat(run.users()).isEqualTo(world.fleet().usernames().size());
        assertThat(run.putRight()).isPositive();
        assertThat(
                        world.rows(
                                "SELECT cause, outcome, users, put_right, gap_s IS NULL, ended_ms >= began_ms"
                                        + " FROM eb_catch_ups"))
                .containsExactly(
                        "connected|complete|" + run.users() + "|" + run.putRight() + "|1|1");
    }

    @Test
    void anOperatorHasTheListsReadAgainAndIsToldHowManyRowsWereWrong() throws Exception {
        world.database.run(
                "UPDATE comet_devices SET name = 'wrong' WHERE username = '" + USER + "'");
        int wrong =
                world.rows("SELECT 1 FROM comet_devices WHERE username = '" + USER + "'").size();
        assertThat(world.watch().readAgain(PROFILE)).isTrue();
        Until.holds(
                "it has been read again",
                () -> world.status().lastCatchUp().orElseThrow().cause() == Cause.REQUESTED);
        world.awaitEqual();
        CatchUpRun run = world.status().lastCatchUp().orElseThrow();
        assertThat(run.details()).contains("devices=" + wrong);
        assertThat(run.gap()).isPresent();
    }

    @Test
    void whatWasReadAMonthAgoIsForgottenWithTheNextReading() throws Exception {
        world.database.run(
                "INSERT INTO eb_catch_ups (profile, cause, began_ms, ended_ms, outcome)"
                        + " SELECT profile, 'requested', began_ms - 31 * 86400000, 0, 'old'"
                        + " FROM eb_catch_ups",
                "INSERT INTO eb_catch_ups (profile, cause, began_ms, ended_ms, outcome)"
                        + " SELECT 'elsewhere', 'requested', 1, 1, 'old' FROM eb_catch_ups LIMIT 1");
        world.watch().readAgain(PROFILE);
        Until.passes(
                () ->
                        assertThat(
                                        world.rows(
                                                "SELECT profile FROM eb_catch_ups WHERE outcome = 'old'"))
                                .containsExactly("elsewhere"));
    }

    @Test
    void aSecondReadingOfAQuietServerPutsNothingRight() throws Exception {
        assertThat(world.watch().readAgain(PROFILE)).isTrue();
        Until.holds(
                "it has been read again",
                () -> world.status().lastCatchUp().orElseThrow().cause() == Cause.REQUESTED);
        assertThat(world.status().lastCatchUp().orElseThrow().details())
                .isEqualTo("jobs=0 devices=0 items=0 vaults=0 users=0");
    }

    @Test
    @Tag("fault-10")
    void aCatchUpThatBreaksOffIsRecordedWithItsReason() throws Exception {
        world.comet.switches().truncatedBodies = true;
        world.watch().readAgain(PROFILE);
        Until.holds("it has failed", () -> !world.status().lastCatchUp().orElseThrow().complete());
        assertThat(world.rows("SELECT outcome, error <> '' FROM eb_catch_ups ORDER BY id DESC"))
                .startsWith("failed|1");
        assertThat(world.status().queue().held()).as("the stream goes on").isFalse();
    }

    @Test
    @Tag("fault-08")
    void poisonOnTheStreamIsCountedAndWhatComesNextIsWritten() throws Exception {
        world.comet.stream().sendRaw("{\"Type\":4201,\"Data\":");
        world.startJob(world.place(USER));
        world.awaitEqual();
        assertThat(world.status().counts().unreadable()).isEqualTo(1);
        assertThat(world.rows("SELECT reason FROM eb_quarantine")).containsExactly("not JSON");
    }

    @Test
    void aLostConnectionIsRememberedWithItsReason() throws Exception {
        world.comet.stream().killAll();
        Until.holds("it has come back", () -> world.status().stream().connected() == 2);
        assertThat(world.status().stream().ends()).hasSize(1);
        assertThat(world.status().stream().ends().get(0).reason()).isNotBlank();
    }

    @Test
    void nobodyAnswersForAServerThatIsNotHere() {
        ProfileName elsewhere = new ProfileName("elsewhere");
        assertThat(world.watch().of(elsewhere)).isEmpty();
        assertThat(world.watch().readAgain(elsewhere)).isFalse();
        assertThat(world.watch().tryNow(elsewhere)).isFalse();
    }
}
