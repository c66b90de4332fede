package com.eazybackup.operations;

import static com.eazybackup.operations.Finding.Verdict.CLOSE;
import static com.eazybackup.operations.Finding.Verdict.LEAVE;
import static com.eazybackup.operations.Finding.Verdict.RAISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When there is something that operators should see to. */
class AlertRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({
        "live, 9999, CLOSE",
        "live, 0, CLOSE",
        "down, 119, LEAVE",
        "down, 120, RAISE",
        "down, 5000, RAISE",
        "connecting, 10, LEAVE",
        "connecting, 121, RAISE",
        "refused, 0, RAISE"
    })
    void aStreamThatStaysAwayIsToldAndARefusedOneAtOnce(
            String state, long seconds, Finding.Verdict verdict) {
        IntakeStatus.Stream stream =
                stream(state, Optional.of(NOW.minusSeconds(seconds)), Optional.empty());

        assertThat(StreamRule.away("obc", stream, PATIENCE, NOW).verdict()).isEqualTo(verdict);
    }

    @Test
    void theSentenceSaysSinceWhenAndWhy() {
        IntakeStatus.Stream stream =
                stream("down", Optional.of(NOW.minusSeconds(600)), Optional.empty());

        assertThat(StreamRule.away("obc", stream, PATIENCE, NOW).sentence())
                .isEqualTo("The live stream has been away since 2026-03-01T11:50:00Z: no answer.");
    }

    @Test
    void aStreamThatWasNeverTriedIsLeftAlone() {
        IntakeStatus.Stream stream = stream("connecting", Optional.empty(), Optional.empty());

        assertThat(StreamRule.away("obc", stream, PATIENCE, NOW).verdict()).isEqualTo(LEAVE);
    }

    @ParameterizedTest
    @CsvSource({
        // told just now, live for s, last frame s ago
        "true, 10, 5, RAISE",
        "false, 10, 5, LEAVE",
        "false, 900, 5, CLOSE",
        "false, 900, 901, LEAVE",
        "false, 900, -1, LEAVE"
    })
    void aSilentStreamIsWellWhenItHasSpokenForAQuarterOfAnHour(
            boolean told, long live, long frame, Finding.Verdict verdict) {
        IntakeStatus.Stream stream =
                stream(
                        "live",
                        Optional.of(NOW.minusSeconds(live)),
                        frame < 0 ? Optional.empty() : Optional.of(NOW.minusSeconds(frame)));

        assertThat(StreamRule.silent("obc", stream, told, NOW).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"301, RAISE", "300, LEAVE", "270, LEAVE", "269, CLOSE", "0, CLOSE"})
    void runningJobsThatPileUpAreTold(long running, Finding.Verdict verdict) {
        assertThat(LiveJobsRule.judge("obc", running, 300).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"20, RAISE", "19, LEAVE", "10, LEAVE", "9, CLOSE", "0, CLOSE"})
    void framesThatPileUpAreTold(long waiting, Finding.Verdict verdict) {
        assertThat(QuarantineRule.judge("obc", waiting, 20).verdict()).isEqualTo(verdict);
    }

    @Test
    void aLimitOfOneFrameIsOverWhenThereIsNone() {
        assertThat(QuarantineRule.judge("obc", 1, 1))
                .extracting(Finding::verdict, Finding::sentence)
                .containsExactly(
                        RAISE,
                        "1 frame waits in the quarantine: what the server says cannot be understood"
                                + " or stored.");
        assertThat(QuarantineRule.judge("obc", 0, 1).verdict()).isEqualTo(CLOSE);
    }

    private static IntakeStatus.Stream stream(
            String state, Optional<Instant> since, Optional<Instant> frame) {
        return new IntakeStatus.Stream(state, since, "no answer", frame, 1, List.of(), Map.of());
    }
}
