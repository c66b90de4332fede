package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.platform.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private static final Reference REFERENCE = new Reference("EB-7F3K-20C1");

    @ParameterizedTest
    @CsvSource({
        "400, validation",
        "401, unauthenticated",
        "403, forbidden",
        "404, not-found",
        "405, validation",
        "406, validation",
        "413, validation",
        "415, validation",
        "500, internal",
        "503, internal"
    })
    void everyStatusOfTheServerHasACodeOfTheContract(int status, String code) {
        Problem problem = Problems.ofStatus(status, REFERENCE);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.type()).isEqualTo("urn:eazybackup:problem:" + code);
        assertThat(problem.reference()).isEqualTo("EB-7F3K-20C1");
        assertThat(problem.detail()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, 401, unauthenticated",
        "NO_CLIENT_CHOSEN, 409, conflict",
        "NO_CLIENT, 403, forbidden",
        "NOT_FOUND, 404, not-found"
    })
    void aRefusalIsToldByItsReason(AccessRefused.Reason reason, int status, String code) {
        Problem problem = Problems.of(new AccessRefused(reason));
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void aForeignIdReadsLikeAnUnknownPath() {
        assertThat(Problems.of(new AccessRefused(AccessRefused.Reason.NOT_FOUND)).detail())
                .isEqualTo(Problems.ofStatus(404, REFERENCE).detail());
    }

    @Test
    void aProblemHasTheSixFieldsOfTheContractAndNoOther() {
        JsonNode json = JsonFormat.MAPPER.valueToTree(Problems.ofStatus(404, REFERENCE));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "code", "reference");
    }

    @Test
    void whoHasToWaitIsToldAtLeastASecond() {
        ProblemException thrown =
                new ProblemException(ProblemCode.TOO_MANY_REQUESTS, "Wait.", Duration.ofMillis(20));
        assertThat(thrown.retryAfter()).contains(1L);
        assertThat(thrown.problem().status()).isEqualTo(429);
    }
}
