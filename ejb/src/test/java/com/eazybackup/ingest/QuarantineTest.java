package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.News.Unreadable;
import com.eazybackup.ingest.QuarantinedFrame.State;
import com.eazybackup.testing.Until;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The quarantine in front of a running intake and a real database. */
@Tag("fault-08")
class QuarantineTest {

    private static final ProfileName PROFILE = new ProfileName(IntakeWorld.PROFILE);

    private IntakeWorld world;
    private Quarantine quarantine;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
        world.startIntake().awaitCaughtUp();
        quarantine = world.quarantine();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aJobThatIsReadAgainIsInTheTables() throws Exception {
        long id =
                keep(
                        "{\"Type\":4201,\"Timestamp\":1700000000,\"Data\":{\"GUID\":\"from-quarantine\",\"Username\":\"larkspur\",\"Status\":5000,\"Classification\":4001,\"StartTime\":1699990000,\"EndTime\":1700000000}}");
        assertThat(quarantine.replay(id)).isEqualTo(Replay.APPLIED);
        assertThat(world.rows("SELECT status FROM comet_jobs WHERE id = 'from-quarantine'"))
                .containsExactly("5000");
        assertThat(quarantine.list(State.OPEN, 1, 10).total()).isZero();
        assertThat(quarantine.list(State.REPLAYED, 1, 10).items())
                .extracting(QuarantinedFrame::id)
                .containsExactly(id);
    }

    @Test
    void anOldProfileThatIsReadAgainTurnsNothingBack() throws Exception {
        long before = profileCalls();
        long id =
                keep(
                        "{\"Type\":4102,\"Data\":{\"Username\":\"larkspur\",\"Devices\":{},\"Sources\":{},\"Destinations\":{}}}");
        assertThat(quarantine.replay(id)).isEqualTo(Replay.ASKED);
        Until.holds("the server is asked", () -> profileCalls() > before);
        world.awaitEqual();
    }

    @Test
    void whatStillCannotBeReadStaysOpen() throws Exception {
        long id = keep("no JSON at all");
        assertThat(quarantine.replay(id)).isEqualTo(Replay.UNREADABLE);
        assertThat(quarantine.list(State.OPEN, 1, 10).items())
                .extracting(QuarantinedFrame::id)
                .containsExactly(id);
    }

    @Test
    void whatIsThrownAwayStaysAwayWhenItComesAgain() throws Exception {
        long id = keep("no JSON at all");
        assertThat(quarantine.discard(id)).isTrue();
        keep("no JSON at all");
        assertThat(quarantine.list(State.OPEN, 1, 10).total()).isZero();
        assertThat(quarantine.list(State.DISCARDED, 1, 10).items())
                .extracting(QuarantinedFrame::times)
                .containsExactly(2L);
    }

    @Test
    void whoseIntakeIsElsewhereAndWhatNeverWasIsSaid() throws Exception {
        keep("no JSON at all");
        world.database.run("UPDATE eb_quarantine SET profile = 'elsewhere'");
        long id = Long.parseLong(world.rows("SELECT id FROM eb_quarantine").get(0));
        assertThat(quarantine.replay(id)).isEqualTo(Replay.NO_INTAKE);
        assertThat(quarantine.replay(id + 1)).isEqualTo(Replay.NOT_FOUND);
        assertThat(quarantine.discard(id + 1)).isFalse();
    }

    @Test
    void ofVeryManyTheOldestAreLetGo() throws Exception {
        QuarantineTable table = new QuarantineTable(PROFILE, 20);
        try (Connection connection = world.database.source().getConnection()) {
            for (int batch = 0; batch < 10; batch++) {
                List<Unreadable> poison = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    poison.add(new Unreadable("test", "poison " + batch + "/" + i, 1));
                }
                table.add(connection, poison, Clock.systemUTC().millis());
            }
        }
        assertThat(world.rows("SELECT frame FROM eb_quarantine ORDER BY id"))
                .hasSize(20)
                .startsWith("poison 6/0")
                .endsWith("poison 9/4");
    }

    private long profileCalls() {
        return world.comet.callLog().newestFirst().stream()
                .filter(call -> call.path().endsWith("/get-user-profile"))
                .count();
    }

    private long keep(String frame) throws Exception {
        try (Connection connection = world.database.source().getConnection()) {
            new QuarantineTable(PROFILE, 100)
                    .add(
                            connection,
                            List.of(new Unreadable("kept by a test", frame, 1)),
                            Clock.systemUTC().millis());
        }
        return Long.parseLong(
                world.rows("SELECT id FROM eb_quarantine ORDER BY last_ms DESC").get(0));
    }
}
