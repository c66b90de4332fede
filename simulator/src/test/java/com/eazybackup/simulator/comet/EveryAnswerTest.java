package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of the table is asked once with a good form; each answer is of its type. */
class EveryAnswerTest {

    private SimulatedCometServer server;

    @BeforeEach
    void start() {
        FleetPlan plan =
                FleetPlan.of(
                        DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP).stream()
                                .filter(service -> service.username().equals(GoodForms.USER))
                                .toList(),
                        new MovableClock(Instant.parse("2026-11-22T21:17:00Z")));
        server = SimulatedCometServer.start(0, plan.build(), new Switches());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Set<String> everyCall() {
        return new ProtocolCheck().allCalls();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void isOfItsType(String path) throws Exception {
        ApiCaller caller = new ApiCaller(server, GoodForms.USER);
        HttpResponse<String> answer = caller.send(path, new GoodForms(server, caller).of(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.protocol().complaints()).isEmpty();
        assertThat(server.protocol().callsSeen()).contains(path);
        // A file's place is taken by a refusal when there is one.
        assertThat(answer.body()).doesNotStartWith("{\"Status\":4");
        assertThat(answer.body()).doesNotStartWith("{\"Status\":5");
        if (!server.protocol().isRaw(path)) {
            JsonNode body = Json.MAPPER.readTree(answer.body());
            assertThat(server.protocol().answerComplaints(path, body)).isEmpty();
            // A refusal has nothing but these two, and a status that no success has.
            assertThat(body.has("Message") && body.path("Status").asInt() >= 400)
                    .as(answer.body())
                    .isFalse();
            isOfItsTypeAlsoWithNullsAndNews(path, body);
        }
    }

    /** What newer servers add and how Go writes what is empty fits the type as well. */
    private void isOfItsTypeAlsoWithNullsAndNews(String path, JsonNode body) {
        Switches odd = new Switches();
        odd.nullForEmpty = true;
        odd.unknownFields = true;
        JsonNode dressed = new Oddities(odd).apply(body, server.protocol().answersMap(path));
        assertThat(server.protocol().answerComplaints(path, dressed)).isEmpty();
    }

    @Test
    void everyAccountAndJobOfAWholeFleetIsOfItsType() {
        Fleet fleet =
                FleetPlan.of(
                                DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                                Clock.fixed(Instant.parse("2026-11-22T21:17:00Z"), ZoneOffset.UTC))
                        .build();
        ProtocolCheck check = new ProtocolCheck();
        fleet.profiles()
                .forEach(
                        (name, profile) ->
                                assertThat(check.valueComplaints("UserProfileConfig", profile))
                                        .as(name)
                                        .isEmpty());
        for (JsonNode job : fleet.jobs(job -> true)) {
            assertThat(check.valueComplaints("BackupJobDetail", job)).isEmpty();
        }
    }
}
