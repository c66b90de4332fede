package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.testing.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RepeatedAndSwappedEventsTest {

    private static final String USER = "larkspur";

    private IntakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("fault-04")
    void everyFrameThreeTimesIsToldOnce() throws Exception {
        NumberedJobs jobs = new NumberedJobs(world);
        world.comet.switches().copiesOfEachFrame = 3;

        jobs.startAndEnd(60);
        String device = world.comet.acts().devices().add(USER, "TOLD-THRICE");
        awaitKinds(device, "device:new");
        world.comet.acts().devices().rename(USER, device, "RENAMED-THRICE");
        awaitKinds(device, "device:new", "device:updated");
        world.comet.acts().devices().disconnect(USER, device);
        world.comet.acts().devices().connect(USER, device);
        String item = world.comet.acts().accounts().addItem(USER, device, "engine1/file", "Papers");

        world.awaitEqual();
        jobs.areEachThereOnce();
        Until.passes(() -> assertThat(kinds(device)).doesNotHaveDuplicates());
        assertThat(kinds(device)).startsWith("device:new", "device:updated");
        assertThat(world.rows("SELECT name FROM comet_items WHERE id = '" + item + "'"))
                .containsExactly("Papers");
    }

    @Test
    @Tag("fault-05")
    void jobsThatEndBeforeTheyStartHaveEnded() throws Exception {
        NumberedJobs jobs = new NumberedJobs(world);
        world.comet.switches().swappedPairs = true;

        jobs.startAndEnd(60);

        world.awaitEqual();
        assertThat(world.rows("SELECT 1 FROM eb_jobs_live")).isEmpty();
        jobs.areEachThereOnce();
    }

    @Test
    @Tag("fault-05")
    void aDisconnectionThatIsToldAfterTheConnectionThatFollowedItIsPutRight() throws Exception {
        Place place = world.place(USER);
        world.comet.switches().swappedPairs = true;

        world.comet.acts().devices().disconnect(USER, place.device());
        world.comet.acts().devices().connect(USER, place.device());

        awaitKinds(place.device(), "device:new", "device:offline", "device:online");
        world.awaitEqual();
    }

    private void awaitKinds(String device, String... kinds) throws Exception {
        Until.passes(() -> assertThat(kinds(device)).containsSubsequence(kinds));
    }

    private List<String> kinds(String device) throws Exception {
        return world.rows(
                "SELECT kind FROM eb_changes WHERE kind LIKE 'device:%'"
                        + " AND JSON_VALUE(body, '$.device.hash') = '"
                        + device
                        + "' AND JSON_VALUE(body, '$.device.username') = '"
                        + USER
                        + "' ORDER BY id");
    }
}
