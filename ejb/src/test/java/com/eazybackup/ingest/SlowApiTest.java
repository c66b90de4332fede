package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream goes on whatever becomes of the calls that follow from it. */
class SlowApiTest {

    private static final String USER = "larkspur";
    private static final String PROFILE = "/api/v1/admin/get-user-profile";
    private static final String CONNECTIONS = "/api/v1/admin/dispatcher/list-active";

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
    void aProfileThatDoesNotComeHoldsUpNoEvent() throws Exception {
        world.comet.switches().profileEventHasProfile = false;
        world.comet.faults().add(Fault.always(Fault.Kind.HANG).onPath(PROFILE));
        world.comet.acts().devices().rename(USER, place.device(), "ASKED-FOR");
        Until.holds("the question hangs", () -> world.comet.faults().hanging() == 1);

        String job = world.startJob(world.place("quill"));

        Until.passes(() -> assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).contains(job));
        assertThat(world.comet.faults().hanging()).as("it still hangs").isEqualTo(1);
        world.comet.faults().clear();
        world.awaitEqual();
    }

    @Test
    void aProfileThatCannotBeReadForAWhileIsReadInTheEnd() throws Exception {
        world.comet.switches().profileEventHasProfile = false;
        world.comet.faults().add(Fault.always(Fault.Kind.STATUS).onPath(PROFILE).times(3));

        world.comet.acts().devices().rename(USER, place.device(), "SAID-AT-LAST");

        world.awaitEqual();
        assertThat(profilesAsked()).isEqualTo(4);
    }

    @Test
    void manyChangesOfOneAccountAreFewQuestions() throws Exception {
        for (int i = 0; i < 20; i++) {
            world.comet.acts().devices().rename(USER, place.device(), "TOLD-" + i);
        }
        world.awaitEqual();
        // Of what happens within one second nobody can tell what came last.
        long told = profilesAsked();
        assertThat(told).isLessThanOrEqualTo(3);

        world.comet.switches().profileEventHasProfile = false;
        world.comet.faults().add(Fault.always(Fault.Kind.SLOW).onPath(PROFILE).value(1_000));
        for (int i = 0; i < 20; i++) {
            world.comet.acts().devices().rename(USER, place.device(), "ASKED-" + i);
        }
        world.awaitEqual();
        assertThat(profilesAsked() - told).isBetween(1L, 5L);
    }

    @Test
    void aListOfConnectionsThatFailsTakesNobodyOffline() throws Exception {
        List<String> before = online();
        assertThat(before).isNotEmpty();
        for (Fault.Kind kind :
                List.of(Fault.Kind.ERROR_BODY, Fault.Kind.TRUNCATED, Fault.Kind.EMPTY)) {
            Fault fault = Fault.always(kind).onPath(CONNECTIONS);
            world.comet.faults().add(fault.value(kind == Fault.Kind.TRUNCATED ? 100 : 500));
            long asked = connectionsAsked();
            world.comet.stream().killAll();
            Until.holds("it was asked for", () -> connectionsAsked() > asked);
            String job = world.startJob(place);
            Until.passes(
                    () -> assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).contains(job));
            assertThat(online()).as(kind.sentence()).isEqualTo(before);
            world.comet.faults().clear();
        }
    }

    private List<String> online() throws Exception {
        return world.rows("SELECT id FROM comet_devices WHERE is_active = 1 ORDER BY id");
    }

    private long profilesAsked() {
        return asked(PROFILE);
    }

    private long connectionsAsked() {
        return asked(CONNECTIONS);
    }

    private long asked(String path) {
        return world.comet.callLog().newestFirst().stream()
                .filter(call -> call.path().equals(path))
                .count();
    }
}
