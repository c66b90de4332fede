package com.eazybackup.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.ActionStage;
import com.eazybackup.ingest.JobMarks;
import com.eazybackup.monitor.StallRule.Facts;
import com.eazybackup.monitor.StallRule.Verdict;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision table, one test for each row. */
class StallRuleTest {

    private static final long NOW = 1_800_000_000;
    private static final long DEAD = NOW - 7_200;
    private static final StallLimits LIMITS =
            new StallLimits(3_600, 300, 3, 200, 25, 86_400, 3_600);

    @Test
    void aSignOfLifeWithinTheHourMakesItFreshWhateverWasTried() {
        JobMarks tried = marks(1, 2, ActionStage.CANCEL_REQUESTED, NOW + 100, NOW - 10);
        assertThat(decide(NOW - 3_600, tried)).isEqualTo(Verdict.FRESH);
        assertThat(decide(NOW - 3_601, tried)).isNotEqualTo(Verdict.FRESH);
        assertThat(decide(NOW + 600, tried)).as("a clock that is ahead").isEqualTo(Verdict.FRESH);
    }

    @Test
    void anExhaustedOneRests() {
        assertThat(decide(DEAD, marks(1, 3, ActionStage.EXHAUSTED, NOW + 1, NOW - 80_000)))
                .isEqualTo(Verdict.RESTING);
    }

    @Test
    void anExhaustedOneThatHasRestedBeginsAnew() {
        assertThat(decide(DEAD, marks(1, 3, ActionStage.EXHAUSTED, NOW, NOW - 86_400)))
                .isEqualTo(Verdict.RESTED);
    }

    @Test
    void nothingIsDoneBeforeItsTime() {
        assertThat(decide(DEAD, marks(1, 1, ActionStage.CANCEL_REQUESTED, NOW + 1, NOW - 900)))
                .isEqualTo(Verdict.DEFERRED);
    }

    @Test
    void whatWasLookedAtJustNowIsLeftAlone() {
        assertThat(decide(DEAD, marks(0, 0, ActionStage.NONE, 0, NOW - 299)))
                .isEqualTo(Verdict.CHECKED);
        assertThat(decide(DEAD, marks(0, 0, ActionStage.NONE, 0, NOW - 300)))
                .isEqualTo(Verdict.STRIKE);
    }

    @Test
    void afterTheLastAttemptItIsExhausted() {
        assertThat(decide(DEAD, marks(1, 3, ActionStage.ABANDON_REQUESTED, 0, NOW - 900)))
                .isEqualTo(Verdict.EXHAUST);
    }

    @Test
    void theFirstFindingIsOnlyNoted() {
        assertThat(decide(DEAD, JobMarks.NONE)).isEqualTo(Verdict.STRIKE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCEL_REQUESTED", "CANCEL_UNAVAILABLE", "ABANDON_REQUESTED"})
    void whatDidNotEndByAskingIsAbandoned(ActionStage stage) {
        assertThat(decide(DEAD, marks(1, 1, stage, 0, NOW - 900)))
                .isEqualTo(Verdict.ABANDON_AFTER_TRY);
    }

    @Test
    void whatCanBeCancelledIsCancelled() {
        assertThat(decide(DEAD, marks(1, 0, ActionStage.NONE, 0, NOW - 900)))
                .isEqualTo(Verdict.CANCEL);
    }

    @Test
    void whatCannotIsAbandoned() {
        Facts job =
                new Facts(
                        DEAD,
                        OptionalLong.empty(),
                        false,
                        marks(1, 0, ActionStage.NONE, 0, NOW - 900));
        assertThat(StallRule.decide(job, LIMITS, NOW, false)).isEqualTo(Verdict.ABANDON);
    }

    @Test
    void anHourOfflineWithoutProgressSinceIsStalledEvenIfTheJobWasAliveUntilThen() {
        StallLimits patient = new StallLimits(36_000, 300, 3, 200, 25, 86_400, 3_600);
        Facts gone = new Facts(NOW - 3_700, OptionalLong.of(NOW - 3_600), true, JobMarks.NONE);
        Facts justGone = new Facts(NOW - 3_700, OptionalLong.of(NOW - 3_599), true, JobMarks.NONE);
        Facts alive = new Facts(NOW - 3_000, OptionalLong.of(NOW - 3_600), true, JobMarks.NONE);
        assertThat(StallRule.decide(gone, patient, NOW, false)).isEqualTo(Verdict.STRIKE);
        assertThat(StallRule.decide(justGone, patient, NOW, false)).isEqualTo(Verdict.FRESH);
        assertThat(StallRule.decide(alive, patient, NOW, false)).isEqualTo(Verdict.FRESH);
    }

    @Test
    void anOperatorsWordGoesBeforeEveryWaitButNotBeforeLife() {
        JobMarks justNow = marks(1, 1, ActionStage.CANCEL_REQUESTED, NOW + 500, NOW - 1);
        assertThat(StallRule.decide(facts(DEAD, justNow), LIMITS, NOW, true))
                .isEqualTo(Verdict.ABANDON_AFTER_TRY);
        JobMarks resting = marks(1, 3, ActionStage.EXHAUSTED, NOW + 500, NOW - 1);
        assertThat(StallRule.decide(facts(DEAD, resting), LIMITS, NOW, true))
                .isEqualTo(Verdict.RESTED);
        assertThat(StallRule.decide(facts(NOW - 60, justNow), LIMITS, NOW, true))
                .isEqualTo(Verdict.FRESH);
    }

    @Test
    void eachAttemptIsFollowedByTwiceThePauseUpToTheCooldown() {
        assertThat(LIMITS.pauseAfter(1)).isEqualTo(300);
        assertThat(LIMITS.pauseAfter(2)).isEqualTo(600);
        assertThat(LIMITS.pauseAfter(3)).isEqualTo(1_200);
        assertThat(LIMITS.pauseAfter(100)).isEqualTo(9_600);
        assertThat(new StallLimits(60, 3_000, 3, 1, 1, 3_600, 60).pauseAfter(2)).isEqualTo(3_600);
    }

    private static Verdict decide(long activity, JobMarks marks) {
        return StallRule.decide(facts(activity, marks), LIMITS, NOW, false);
    }

    private static Facts facts(long activity, JobMarks marks) {
        return new Facts(activity, OptionalLong.empty(), true, marks);
    }

    private static JobMarks marks(
            int observations, int attempts, ActionStage stage, long next, long checked) {
        return new JobMarks(observations, attempts, stage, next, checked, "");
    }
}
