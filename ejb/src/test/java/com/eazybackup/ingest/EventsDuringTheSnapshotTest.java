package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.testing.HoldingWire;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server has given its lists, they are on their way, and the stream says something newer. */
@Tag("fault-03")
class EventsDuringTheSnapshotTest {

    private static final String USER = "larkspur";
    private static final String USERS = "/api/v1/admin/list-users-full";
    private static final String CONNECTIONS = "/api/v1/admin/dispatcher/list-active";
    private static final String JOBS = "/api/v1/admin/get-jobs-for-date-range";

    @Test
    void whatTheStreamSaidHoldsAndNoRowGoesBackInTime() throws Exception {
        try (IntakeWorld world = IntakeWorld.create();
                HoldingWire wire = HoldingWire.to(world.comet.origin().getPort())) {
            Place place = world.place(USER);
            String ends = world.startJob(place);

            wire.hold(USERS);
            world.startIntakeAt(wire.origin());
            wire.awaitHeld();
            world.comet.acts().devices().rename(USER, place.device(), "RENAMED-MEANWHILE");
            String added = world.comet.acts().devices().add(USER, "ADDED-MEANWHILE");
            world.comet.acts().accounts().addVault(USER, 1003, "Added meanwhile");

            wire.hold(CONNECTIONS);
            wire.release();
            wire.awaitHeld();
            world.comet.acts().devices().disconnect(USER, place.device());

            wire.hold(JOBS);
            wire.release();
            wire.awaitHeld();
            world.comet.acts().jobs().finish(ends, JobStatuses.WARNING);
            String starts = world.startJob(place);
            wire.hold("");
            wire.release();

            world.awaitEqual();
            assertThat(told(world, ends)).endsWith("job:end").containsOnlyOnce("job:end");
            assertThat(told(world, starts)).startsWith("job:start").doesNotContain("job:end");
            assertThat(names(world, place.device())).endsWith("RENAMED-MEANWHILE");
            assertThat(
                            names(world, place.device())
                                    .lastIndexOf(names(world, place.device()).get(0)))
                    .as("the old name does not come back")
                    .isZero();
            assertThat(told(world, added)).contains("device:new").doesNotContain("device:removed");
        }
    }

    private static List<String> told(IntakeWorld world, String about) throws Exception {
        return world.rows(
                "SELECT kind FROM eb_changes WHERE body LIKE '%" + about + "%' ORDER BY id");
    }

    private static List<String> names(IntakeWorld world, String device) throws Exception {
        return world.rows(
                "SELECT JSON_VALUE(body, '$.device.name') FROM eb_changes"
                        + " WHERE kind IN ('device:new', 'device:updated')"
                        + " AND JSON_VALUE(body, '$.device.username') = '"
                        + USER
                        + "' AND body LIKE '%"
                        + device
                        + "%' ORDER BY id");
    }
}
