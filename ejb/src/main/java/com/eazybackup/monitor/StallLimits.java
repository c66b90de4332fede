package com.eazybackup.monitor;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;

/**
 * When a job counts as stalled, and how much is done about it. Times are seconds.
 *
 * @param stale without a sign of life for longer than that
 * @param recheck how long a job that was looked at is left alone
 * @param attempts to end a job until it is left alone for {@code cooldown}
 * @param looks jobs that are looked at in one run
 * @param actions calls that cancel or abandon in one run
 * @param offline after so long, the jobs of a device that is offline are stalled if they show
 *     nothing since
 */
public record StallLimits(
        int stale, int recheck, int attempts, int looks, int actions, int cooldown, int offline) {

    private static final int MOST_DOUBLINGS = 5;

    static StallLimits of(Settings settings) {
        return new StallLimits(
                settings.number(Setting.EB_MON_STALE_SECS),
                settings.number(Setting.EB_MON_RECHECK_SECS),
                settings.number(Setting.EB_MON_MAX_ATTEMPTS),
                settings.number(Setting.EB_MON_BATCH_LIMIT),
                settings.number(Setting.EB_MON_ACTION_LIMIT),
                settings.number(Setting.EB_MON_RETRY_COOLDOWN),
                settings.number(Setting.EB_MON_OFFLINE_CLEANUP_SECS));
    }

    /** How long a job is left alone after so many attempts: twice as long after each. */
    long pauseAfter(int attempt) {
        return Math.min(
                cooldown, (long) recheck << Math.min(Math.max(0, attempt - 1), MOST_DOUBLINGS));
    }

    /** The same with what an operator asks for instead; null leaves it. */
    StallLimits with(
            Integer otherStale, Integer otherRecheck, Integer otherAttempts, Integer otherLooks) {
        return new StallLimits(
                otherStale == null ? stale : otherStale,
                otherRecheck == null ? recheck : otherRecheck,
                otherAttempts == null ? attempts : otherAttempts,
                otherLooks == null ? looks : otherLooks,
                actions,
                cooldown,
                offline);
    }
}
