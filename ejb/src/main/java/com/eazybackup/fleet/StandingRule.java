package com.eazybackup.fleet;

import com.eazybackup.comet.JobStatus;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Says how a device stands; nothing of it is stored. Pure but for its two settings.
 *
 * <p>The latest backup of the last 24 hours gives its word, a running one too. While it is good,
 * skipped or unknown, and when there is none, the device is overdue if a good one was promised and
 * is late by more than the tolerance: of any of its items, for a good backup of one says nothing of
 * another. A problem keeps its own word, which says more, as does a device that no backup has ended
 * of, and a running backup may yet be what was promised. Why: {@code docs/adr/0023} and {@code
 * docs/adr/0028}.
 */
@ApplicationScoped
public class StandingRule {

    private static final long DAY_SECS = LatestBackup.WINDOW.toSeconds();

    private Interruption interruption;
    private Duration tolerance;

    StandingRule() {}

    @Inject
    StandingRule(Interruption interruption, Settings settings) {
        this(interruption, settings.duration(Setting.EB_OVERDUE_TOLERANCE));
    }

    /**
     * @param tolerance how late a promised backup may be
     */
    public StandingRule(Interruption interruption, Duration tolerance) {
        this.interruption = interruption;
        this.tolerance = tolerance;
    }

    public Duration tolerance() {
        return tolerance;
    }

    Interruption interruption() {
        return interruption;
    }

    Standing of(StandingFacts facts, Instant now) {
        long day = now.minus(LatestBackup.WINDOW).getEpochSecond();
        DeviceState state = state(facts, day, now);
        long snoozed = facts.runs(day) ? facts.running().snoozedUntil() : snoozedEnd(facts);
        return new Standing(
                state,
                since(state, facts),
                facts.failures(),
                facts.lastGoodAt(),
                facts.dueAt(),
                facts.promisedSecs(),
                state == DeviceState.OVERDUE && facts.itemBehind(),
                state.needs() && snoozed > now.getEpochSecond() ? snoozed : null);
    }

    /**
     * @return Unix seconds; until then {@link #of} says the same while nothing happens
     */
    long holdsUntil(StandingFacts facts, Instant now) {
        long at = now.getEpochSecond();
        long until = Long.MAX_VALUE;
        if (facts.latest() != null) {
            // The day has both its ends.
            until = next(facts.latest().endedAt() + DAY_SECS + 1, at, until);
        }
        until = next(snoozedEnd(facts), at, until);
        if (facts.running() != null) {
            if (facts.running().offlineSince() > 0) {
                long away = facts.running().offlineSince() + interruption.grace().toSeconds();
                until = next(away, at, until);
            }
            until = next(facts.running().snoozedUntil(), at, until);
        }
        Long due = facts.dueAt();
        return due == null ? until : next(due + tolerance.toSeconds() + 1, at, until);
    }

    private static long next(long moment, long now, long until) {
        return moment > now ? Math.min(moment, until) : until;
    }

    private DeviceState state(StandingFacts facts, long day, Instant now) {
        if (facts.runs(day)) {
            return interruption.holds(facts.running().offlineSince(), now)
                    ? DeviceState.INTERRUPTED
                    : DeviceState.RUNNING;
        }
        boolean today = facts.latest() != null && facts.latest().endedAt() >= day;
        DeviceState word =
                today
                        ? wordOfEnd(facts.latest().status())
                        : facts.latest() == null ? DeviceState.NEVER : DeviceState.NONE;
        boolean saysMore = word == DeviceState.NEVER || (today && word.needs());
        return overdue(facts, now) && !saysMore ? DeviceState.OVERDUE : word;
    }

    /** One that has ended with a number that says it runs: nobody knows how it ended. */
    private static DeviceState wordOfEnd(int status) {
        return JobStatus.running(status)
                ? DeviceState.UNKNOWN
                : DeviceState.of(JobStatus.of(status).state());
    }

    private boolean overdue(StandingFacts facts, Instant now) {
        Long due = facts.dueAt();
        return due != null && due < overdueFrom(now);
    }

    /**
     * @return Unix seconds; what was due before is late by more than the tolerance
     */
    long overdueFrom(Instant now) {
        return now.minus(tolerance).getEpochSecond();
    }

    private static long snoozedEnd(StandingFacts facts) {
        return facts.latest() == null ? facts.snoozedUntil() : facts.latest().snoozedUntil();
    }

    private static Long since(DeviceState state, StandingFacts facts) {
        return switch (state) {
            case NEVER -> facts.registeredAt();
            case OVERDUE -> facts.dueAt();
            case RUNNING -> Long.valueOf(facts.running().startedAt());
            case INTERRUPTED -> failing(facts, facts.running().offlineSince());
            case ERROR, TIMEOUT, MISSED, CANCELLED -> failing(facts, facts.latest().endedAt());
            case WARNING, SKIPPED, SUCCESS, UNKNOWN, NONE -> Long.valueOf(facts.latest().endedAt());
        };
    }

    private static Long failing(StandingFacts facts, long otherwise) {
        return facts.failingSince() == null ? Long.valueOf(otherwise) : facts.failingSince();
    }
}
