package com.eazybackup.fleet;

import java.util.Set;

/**
 * A device and how it stands at a moment.
 *
 * @param group that it is in; {@link KnownGroups#UNGROUPED} when it is in none
 */
record JudgedDevice(KnownDevice device, Standing standing, int group) {

    private static final long NO_TIME = 999_999_999_999L;

    /**
     * @return whether it is an issue that nobody wants to hear of at present
     */
    boolean snoozed() {
        return standing.snoozedUntil() != null;
    }

    boolean needs() {
        return standing.state().needs() && !snoozed();
    }

    /**
     * @return whether it is counted under one of these
     */
    boolean among(Set<DeviceState> states) {
        return !snoozed() && states.contains(standing.state());
    }

    /** The worst first; snoozed issues behind those that are not, and before what is no issue. */
    int rank() {
        int last = 2 * DeviceState.CANCELLED.severity();
        return snoozed() ? last + 1 : 2 * standing.state().severity();
    }

    long issueSince() {
        return standing.state().needs() ? since() : 0;
    }

    /** Whoever has no time is last. */
    long since() {
        return standing.since() == null ? NO_TIME : standing.since();
    }

    /** Who was promised nothing is last. */
    long due() {
        return standing.dueAt() == null ? Long.MAX_VALUE : standing.dueAt();
    }

    /**
     * @return whether what needs somebody is a backup that has not ended: it runs no more
     */
    boolean interrupted() {
        return standing.state() == DeviceState.INTERRUPTED;
    }

    /**
     * @return Comet's id of the backup that is the evidence of an issue; null when there is none
     */
    String evidence() {
        StandingFacts facts = device.facts();
        if (interrupted()) {
            return facts.running().jobId();
        }
        return facts.latest() == null ? null : facts.latest().jobId();
    }

    /**
     * @return what a snooze of the issue is of
     */
    String subject() {
        return evidence() == null ? device.id() : evidence();
    }

    /** 0 when no backup has ended. */
    long lastEnd() {
        StandingFacts.Ended latest = device.facts().latest();
        return latest == null ? 0 : latest.endedAt();
    }
}
