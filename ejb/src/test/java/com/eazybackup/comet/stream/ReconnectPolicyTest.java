package com.eazybackup.comet.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ReconnectPolicy policy = new ReconnectPolicy(SECOND, 2, () -> 0);

    @Test
    void failuresWaitTwiceAsLongEachTimeUpTo32Seconds() {
        List<Long> seconds =
                Stream.generate(policy::failed).limit(8).map(Duration::toSeconds).toList();
        assertThat(seconds).containsExactly(2L, 4L, 8L, 16L, 32L, 32L, 32L, 32L);
    }

    @Test
    void chanceTakesOffAFifthAtMostAndNeverAdds() {
        assertThat(new ReconnectPolicy(SECOND, 2, () -> 1).failed())
                .isEqualTo(Duration.ofMillis(1600));
    }

    @Test
    void silenceWaitsTwoSecondsHoweverOften() {
        assertThat(Stream.generate(policy::silent).limit(5)).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void anEventEndsTheCounting() {
        policy.failed();
        policy.failed();
        policy.healthy();
        assertThat(policy.failed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void acceptedButNeverHealthyGoesOnCounting() {
        // A server that accepts and hangs up closes in good order each time.
        policy.failed();
        policy.failed();
        assertThat(policy.failed()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void somebodyIsToldFromTheSecondSilenceAndTheThirdFailure() {
        policy.silent();
        assertThat(policy.alarming()).isFalse();
        policy.silent();
        assertThat(policy.alarming()).isTrue();
        policy.healthy();
        policy.failed();
        policy.failed();
        assertThat(policy.alarming()).isFalse();
        policy.failed();
        assertThat(policy.alarming()).isTrue();
    }

    @Test
    void howManySilencesAreAlarmingIsASetting() {
        ReconnectPolicy patient = new ReconnectPolicy(SECOND, 3, () -> 0);
        patient.silent();
        patient.silent();
        assertThat(patient.alarming()).isFalse();
        patient.silent();
        assertThat(patient.alarming()).isTrue();
    }

    @Test
    void framesThatAreTooLargeWaitLongerEachTimeWhateverCameBetween() {
        long minute = Duration.ofMinutes(1).toNanos();
        assertThat(policy.tooBig(0)).isEqualTo(Duration.ofSeconds(2));
        policy.healthy();
        assertThat(policy.tooBig(minute)).isEqualTo(Duration.ofSeconds(4));
        policy.healthy();
        assertThat(policy.tooBig(2 * minute)).isEqualTo(Duration.ofSeconds(8));
        assertThat(policy.tooBig(70 * minute)).isEqualTo(Duration.ofSeconds(2));
    }
}
