package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.UnknownCodes;
import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.testing.Until;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is newer than our tables of codes. */
@Tag("fault-07")
class UnknownCodesTest {

    private static final String USER = "larkspur";

    @Test
    void codesThatNobodyKnowsAreStoredShownAsUnknownAndCounted() throws Exception {
        try (IntakeWorld world = IntakeWorld.create()) {
            world.comet.switches().unknownFields = true;
            world.startIntake().awaitCaughtUp();
            Place place = world.place(USER);

            world.comet.stream().poison(Poison.UNKNOWN_CODES);
            String vault = world.comet.acts().accounts().addVault(USER, 1011, "From the future");
            String item =
                    world.comet
                            .acts()
                            .accounts()
                            .addItem(USER, place.device(), "engine1/file", "Of the future");
            world.comet
                    .acts()
                    .accounts()
                    .edit(
                            USER,
                            profile -> {
                                ((ObjectNode) profile.path("Sources").path(item))
                                        .put("Engine", "engine9/x");
                                return profile;
                            });
            String running = world.startJob(place);
            world.comet.stream().sendRaw(asRunning(world, running, 6999));
            String ended = world.startJob(place);
            world.comet.acts().jobs().finish(ended, 7999);

            world.awaitEqual();
            assertThat(world.rows("SELECT type FROM comet_vaults WHERE id = '" + vault + "'"))
                    .containsExactly("1011");
            assertThat(world.rows("SELECT type FROM comet_items WHERE id = '" + item + "'"))
                    .containsExactly("engine9/x");
            assertThat(
                            world.rows(
                                    "SELECT JSON_VALUE(body, '$.job.state') FROM eb_changes"
                                            + " WHERE kind = 'job:end' AND body LIKE '%"
                                            + ended
                                            + "%'"))
                    .containsExactly("unknown");
            Until.passes(
                    () ->
                            assertThat(UnknownCodes.counts())
                                    .containsKeys("EventType 4999", "JobStatus 7999"));
        }
    }

    private static String asRunning(IntakeWorld world, String job, int status) {
        ObjectNode frame =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Actor", USER)
                        .put("Type", 4200)
                        .put("TypeString", "SEVT_JOB_NEW")
                        .put("Timestamp", world.fleet().now());
        frame.set("Data", world.fleet().job(job).orElseThrow().put("Status", status));
        return frame.toString();
    }
}
