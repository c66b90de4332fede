package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-25")
class OwnFormsTest {

    private static final String SECRET = "qJ3-x_secret";

    @Test
    void theSecretOfTheSessionIsTaken() {
        assertThat(OwnForms.same(SECRET, "qJ3-x_secret")).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"stateless", "qJ3-x_secre", "QJ3-X_SECRET", "qJ3-x_secret ", "null"})
    void anythingElseIsNot(String given) {
        assertThat(OwnForms.same(SECRET, given)).isFalse();
    }

    @Test
    void aSessionWithoutASecretTakesNothing() {
        assertThat(OwnForms.same("", "")).isFalse();
    }
}
