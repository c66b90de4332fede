package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogContextTest {

    @AfterEach
    void clear() {
        LogContext.clear();
    }

    @Test
    void aReferenceIsOnTheThreadUntilItIsCleared() {
        Reference reference = Reference.next();
        assertThat(LogContext.REFERENCE.now()).isEqualTo(reference.value());

        LogContext.clear();
        assertThat(Arrays.stream(LogContext.values()).map(LogContext::now)).containsOnlyNulls();
    }

    @Test
    void workOfACometServerNamesItAndLeavesNothingBehind() {
        List<String> seen = new ArrayList<>();
        LogContext.of("obc", () -> seen.add(LogContext.PROFILE.now())).run();

        assertThat(seen).containsExactly("obc");
        assertThat(LogContext.PROFILE.now()).isNull();
    }
}
