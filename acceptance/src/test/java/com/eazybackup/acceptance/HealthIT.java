package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a load balancer and an operator are told, on the management interface. */
class HealthIT {

    private static final String STREAM = "stream-obc";

    @Test
    void readinessAsksForTheDatabaseAndItsTables() throws Exception {
        JsonNode checks = checks("/health/ready");

        assertThat(check(checks, "database").path("status").asText()).isEqualTo("UP");
        assertThat(check(checks, "migrations").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void aStreamHasACheckThatTellsAndNeverTakesTheNodeOut() throws Exception {
        SimulatedCometServer obc = World.get().comet(DemoCustomers.OBC);
        World.eventually("it is live", () -> state().equals("live"));
        obc.switches().refuseStreams = true;
        try {
            obc.stream().killAll();
            World.eventually("it is told", () -> state().equals("refused"));
            JsonNode told = check(checks("/health/ready"), STREAM);
            assertThat(told.path("status").asText()).isEqualTo("UP");
            assertThat(told.path("data").path("since").asText()).isNotEmpty();
        } finally {
            obc.switches().refuseStreams = false;
            Session.ofAdmin().post("/api/admin/operations/streams/obc/connect");
        }
        World.eventually("it is live again", () -> state().equals("live"));
    }

    @Test
    void linesOfAStreamCarryItsCometServerInTheStructuredLog() throws Exception {
        Path log = Path.of(System.getProperty("work.directory"), "standalone/log/portal.json");
        // A full log begins anew: what is caught up after this is in the one of now.
        World.get().comet(DemoCustomers.OBC).stream().killAll();

        World.eventually(
                "a line of a stream's thread",
                () ->
                        Files.readAllLines(log).stream()
                                .filter(line -> line.contains("\"profile\":\"obc\""))
                                .map(HealthIT::json)
                                .anyMatch(
                                        line ->
                                                line.path("mdc")
                                                        .path("profile")
                                                        .asText()
                                                        .equals("obc")));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    @Test
    void whoStartsTheServerIsToldWhenItHasStarted() throws Exception {
        assertThat(check(checks("/health/started"), "migrations").path("status").asText())
                .isEqualTo("UP");
        assertThat(checks("/health/live")).isNotNull();
    }

    private static String state() throws Exception {
        return check(checks("/health/ready"), STREAM).path("data").path("state").asText();
    }

    private static JsonNode check(JsonNode checks, String name) {
        for (JsonNode check : checks) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name + " in " + checks);
    }

    private static JsonNode checks(String path) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(World.get().management().resolve(path))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("checks");
    }
}
