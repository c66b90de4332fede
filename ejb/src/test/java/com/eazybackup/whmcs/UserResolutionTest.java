package com.eazybackup.whmcs;

import static com.eazybackup.whmcs.UserCandidate.mapping;
import static com.eazybackup.whmcs.UserCandidate.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserResolutionTest {

    @Test
    void aMappingInTheSameSpellingGoesFirst() {
        assertThat(whose("acme", mapping(7, "acme"), service(1, 9, "acme", true)))
                .isEqualTo("7 acme");
    }

    @Test
    void aMappingInAnotherSpellingServesWhenOnlyOneClientHasIt() {
        assertThat(whose("ACME", mapping(7, "acme"))).isEqualTo("7 acme");
        assertThat(whose("ACME", mapping(7, "acme"), mapping(8, "Acme"))).isEqualTo("nobody");
    }

    @Test
    void twoMappingsOfOneNameToTwoClientsDecideNothing() {
        assertThat(
                        whose(
                                "acme",
                                mapping(7, "acme"),
                                mapping(8, "acme"),
                                service(3, 8, "acme", true)))
                .as("the service on this Comet Server does")
                .isEqualTo("8 acme");
    }

    @Test
    void anActiveServiceGoesBeforeAnOlderEndedOne() {
        assertThat(whose("acme", service(1, 7, "acme", false), service(2, 8, "acme", true)))
                .isEqualTo("8 acme");
    }

    @Test
    void anEndedServiceStillSaysWhoseTheUserWas() {
        assertThat(whose("acme", service(5, 7, "acme", false))).isEqualTo("7 acme");
    }

    @Test
    void theOldestServiceOfSeveralWins() {
        assertThat(whose("acme", service(9, 7, "acme", true), service(2, 8, "acme", true)))
                .isEqualTo("8 acme");
    }

    @Test
    void theExactSpellingIsPreferredBetweenTwoClientsWhoseNamesDifferByCase() {
        UserCandidate lower = service(1, 7, "acme", true);
        UserCandidate upper = service(2, 8, "ACME", true);

        assertThat(whose("acme", lower, upper)).isEqualTo("7 acme");
        assertThat(whose("ACME", lower, upper)).isEqualTo("8 ACME");
        assertThat(whose("Acme", lower, upper))
                .as("a third spelling could be either")
                .isEqualTo("nobody");
    }

    @Test
    void anotherSpellingServesWhenOneClientAloneHasIt() {
        assertThat(whose("Acme", service(1, 7, "acme", true), service(2, 7, "ACME", false)))
                .isEqualTo("7 acme");
    }

    @Test
    void whiteSpaceAroundAStoredNameIsNoDifference() {
        assertThat(whose("acme", service(1, 7, " acme ", true))).isEqualTo("7 acme");
    }

    @Test
    void aRowWithoutAClientSaysNothing() {
        assertThat(whose("acme", mapping(0, "acme"), service(1, 0, "acme", true)))
                .isEqualTo("nobody");
    }

    private static String whose(String name, UserCandidate... rows) {
        return UserResolution.decide(name, List.of(rows))
                .map(user -> user.client() + " " + user.username())
                .orElse("nobody");
    }
}
