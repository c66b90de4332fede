package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.testing.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service moves in WHMCS: larkspur is client 102's and becomes client 103's. */
@Tag("fault-18")
class MovedUserTest {

    private static final String USER = "larkspur";
    private static final String OLD = "102";
    private static final String NEW = "103";

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
    void historyStaysWithTheOldOwnerAndWhatComesIsTheNewOwners() throws Exception {
        String before = world.startJob(place);
        world.comet.acts().jobs().finish(before, JobStatuses.SUCCESS);
        world.awaitEqual();
        List<String> history = world.rows(historyOf(OLD));
        assertThat(history).contains(before);

        world.database.run("UPDATE tblhosting SET userid = 103 WHERE username = 'larkspur'");
        Until.passes(
                () -> {
                    // Some seconds pass until the move is seen.
                    String job = world.startJob(place);
                    world.comet.acts().jobs().finish(job, JobStatuses.WARNING);
                    world.awaitEqual();
                    assertThat(ownerOf(job)).isEqualTo(NEW);
                });

        Until.passes(
                () ->
                        assertThat(
                                        world.rows(
                                                "SELECT client_id FROM comet_devices WHERE username = 'larkspur'"
                                                        + " AND revoked_at IS NULL GROUP BY client_id"))
                                .containsExactly(NEW));
        world.awaitEqual();
        assertThat(world.rows(historyOf(OLD))).containsAll(history);
        assertThat(world.rows("SELECT client_id FROM comet_users WHERE username = 'larkspur'"))
                .containsExactly(NEW);
        assertThat(
                        world.rows(
                                "SELECT DISTINCT client_id FROM comet_items WHERE username = 'larkspur'"))
                .containsExactly(NEW);
        assertThat(
                        world.rows(
                                "SELECT DISTINCT client_id FROM comet_vaults"
                                        + " WHERE username = 'larkspur' AND is_active = 1"))
                .containsExactly(NEW);
        // The other client's device of the same hash is its own.
        assertThat(
                        world.rows(
                                "SELECT COUNT(*) FROM comet_devices WHERE client_id = 105"
                                        + " AND revoked_at IS NOT NULL"))
                .containsExactly("0");
    }

    @Test
    void aDeviceThatOnlyComesOrGoesBringsItsUserToTheNewOwner() throws Exception {
        world.database.run("UPDATE tblhosting SET userid = 103 WHERE username = 'larkspur'");

        Until.passes(
                () -> {
                    world.comet.acts().devices().disconnect(USER, place.device());
                    world.comet.acts().devices().connect(USER, place.device());
                    assertThat(
                                    world.rows(
                                            "SELECT client_id FROM comet_devices WHERE username = 'larkspur'"
                                                    + " AND revoked_at IS NULL GROUP BY client_id"))
                            .containsExactly(NEW);
                });
        world.awaitEqual();
    }

    private String ownerOf(String job) throws Exception {
        return world.rows("SELECT client_id FROM comet_jobs WHERE id = '" + job + "'").get(0);
    }

    private static String historyOf(String client) {
        return "SELECT id FROM comet_jobs WHERE username = 'larkspur' AND client_id = " + client;
    }
}
