package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What a load balancer and an operator are told, on the management interface. */
class HealthIT {

    @Test
    void readinessAsksTheDatabase() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                World.get().management().resolve("/health/ready"))
                                        .build(),
                                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode checks = new ObjectMapper().readTree(answer.body()).path("checks");
        assertThat(checks)
                .anySatisfy(
                        check -> {
                            assertThat(check.path("name").asText()).isEqualTo("database");
                            assertThat(check.path("status").asText()).isEqualTo("UP");
                        });
    }
}
