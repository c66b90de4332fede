package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told in the wrong order, and what nobody tells at all. */
class OutOfStepTest {

    private static final String USER = "larkspur";

    private IntakeWorld world;
    private Place place;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
        place = world.place(USER);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("fault-05")
    void anOlderProfileThatIsToldAfterANewerOneTurnsNothingBack() throws Exception {
        world.comet.switches().swappedPairs = true;

        world.comet.acts().devices().rename(USER, place.device(), "FIRST");
        world.comet.acts().devices().rename(USER, place.device(), "SECOND");

        world.awaitEqual();
    }

    @Test
    @Tag("fault-18")
    void theNewOwnerGetsItsDevicesThoughNothingHappensOnThem() throws Exception {
        world.database.run("UPDATE tblhosting SET userid = 103 WHERE username = 'larkspur'");

        Until.passes(
                () ->
                        assertThat(
                                        world.rows(
                                                "SELECT client_id FROM comet_devices"
                                                        + " WHERE username = 'larkspur'"
                                                        + " AND revoked_at IS NULL GROUP BY client_id"))
                                .containsExactly("103"));
        world.awaitEqual();
    }
}
