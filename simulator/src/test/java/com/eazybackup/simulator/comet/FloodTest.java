package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.NumberedJobs;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloodTest {

    private Fleet fleet;
    private SimulatedCometServer server;

    @BeforeEach
    void start() {
        fleet =
                FleetPlan.of(
                                DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                                Clock.fixed(Instant.parse("2026-11-22T21:17:00Z"), ZoneOffset.UTC))
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyJobArrivesTwiceWithItsNumberAndLooksLikeAnyOther() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.flood(40, 3, 2).send(0, Flood.Sent.NOBODY);
        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            JsonNode event = listener.event();
            JsonNode job = event.path("Data");
            assertThat(event.path("Actor").asText()).isEqualTo(job.path("Username").asText());
            assertThat(job.path("DeviceID").asText()).isNotEmpty();
            arrived.add(
                    event.path("TypeString").asText()
                            + " "
                            + NumberedJobs.number(job.path("GUID").asText()).orElseThrow());
        }
        assertThat(arrived)
                .containsExactly(
                        "SEVT_JOB_NEW 40",
                        "SEVT_JOB_NEW 41",
                        "SEVT_JOB_COMPLETED 40",
                        "SEVT_JOB_NEW 42",
                        "SEVT_JOB_COMPLETED 41",
                        "SEVT_JOB_COMPLETED 42");
    }

    @Test
    void theApiKnowsTheJobsAsTheStreamTellsThem() {
        Flood flood = server.flood(1, 3, 3);
        List<Integer> running = new ArrayList<>();
        flood.send(0, (number, ended) -> running.add(fleet.unfinishedJobs().size()));
        assertThat(running).containsExactly(1, 2, 3, 2, 1, 0);
        JsonNode ended = fleet.job(NumberedJobs.guid(2)).orElseThrow();
        assertThat(ended.path("Status").asInt()).isEqualTo(5000);
        assertThat(ended.path("EndTime").asLong()).isEqualTo(fleet.now());
    }

    @Test
    void onlyJobsOfAFloodHaveANumber() {
        assertThat(NumberedJobs.number(NumberedJobs.guid(123_456_789))).hasValue(123_456_789);
        assertThat(NumberedJobs.number("00000000-0000-4000-8000-000000000000")).isEmpty();
        assertThat(NumberedJobs.guid(1).substring(0, 8))
                .isNotEqualTo(NumberedJobs.guid(2).substring(0, 8));
    }
}
