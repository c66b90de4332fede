package com.eazybackup.ingest;

import com.eazybackup.ingest.IntakeWorld.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything at once, through a queue that is far too short for it. Speed is measured elsewhere.
 */
@Tag("fault-22")
class BurstTest {

    private static final List<String> USERS = List.of("larkspur", "birchlegal", "cobaltdesign");

    @Test
    void aBurstThroughAShortQueueKeepsItsOrderAndEndsAsTheServerHasIt() throws Exception {
        try (IntakeWorld world =
                IntakeWorld.create(new IntakeLimits(64, 500, Duration.ofMillis(500), false))) {
            world.startIntake().awaitCaughtUp();
            NumberedJobs jobs = new NumberedJobs(world);
            for (int round = 0; round < 60; round++) {
                jobs.startAndEnd(25);
                for (String user : USERS) {
                    Place place = world.place(user);
                    String name = place.device().substring(0, 6) + "-" + round;
                    world.comet.acts().devices().rename(user, place.device(), name);
                    world.comet.acts().devices().disconnect(user, place.device());
                    if (round % 2 == 0) {
                        world.comet.acts().devices().connect(user, place.device());
                    }
                }
            }
            world.awaitEqual();
            jobs.areEachThereOnce();
        }
    }
}
