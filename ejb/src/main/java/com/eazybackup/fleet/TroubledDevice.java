package com.eazybackup.fleet;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/**
 * A device that needs somebody, and why.
 *
 * @param became when it became what it is, by the clocks of those who told; Unix seconds
 */
record TroubledDevice(JudgedDevice judged, Cause cause, long became) {

    static final Comparator<TroubledDevice> NEWEST_FIRST =
            Comparator.<TroubledDevice>comparingLong(one -> one.became)
                    .reversed()
                    .thenComparing(one -> one.judged().device().id());

    static final Comparator<TroubledDevice> WORST_FIRST =
            Comparator.<TroubledDevice>comparingInt(one -> one.cause().state().severity())
                    .thenComparing(NEWEST_FIRST);

    /** Those that the end of a backup tells, with its code. */
    private static final Set<DeviceState> BY_END =
            EnumSet.of(
                    DeviceState.ERROR,
                    DeviceState.TIMEOUT,
                    DeviceState.MISSED,
                    DeviceState.WARNING,
                    DeviceState.CANCELLED);

    /**
     * @param judged one that needs somebody
     */
    static TroubledDevice of(JudgedDevice judged, StandingRule rule) {
        DeviceState state = judged.standing().state();
        StandingFacts facts = judged.device().facts();
        return new TroubledDevice(
                judged,
                new Cause(
                        state,
                        BY_END.contains(state) ? facts.latest().status() : 0,
                        Cause.OF_VAULTS.contains(state) ? judged.device().jobs().vault() : ""),
                became(state, facts, rule));
    }

    private static long became(DeviceState state, StandingFacts facts, StandingRule rule) {
        return switch (state) {
            case OVERDUE -> facts.dueAt() + rule.tolerance().toSeconds();
            case NEVER -> facts.registeredAt() == null ? 0 : facts.registeredAt();
            case INTERRUPTED ->
                    facts.running().offlineSince() + rule.interruption().grace().toSeconds();
            default -> facts.latest().endedAt();
        };
    }

    /** Whether a job tells of it, for whoever asks for jobs. */
    boolean toldByJob() {
        return BY_END.contains(cause.state()) || judged.interrupted();
    }

    /** The Comet Server of the job that shows it; empty when it is not known. */
    String server() {
        PlacesOfJobs jobs = judged.device().jobs();
        return judged.interrupted() ? jobs.runsOn() : jobs.endedOn();
    }

    Long beganAt() {
        StandingFacts facts = judged.device().facts();
        if (judged.interrupted()) {
            return facts.running().startedAt();
        }
        return facts.latest() == null ? null : Long.valueOf(facts.latest().startedAt());
    }

    Long endedAt() {
        StandingFacts.Ended latest = judged.device().facts().latest();
        return judged.interrupted() || latest == null ? null : Long.valueOf(latest.endedAt());
    }

    /** As it is told. */
    Trouble told(JobNames.Names names) {
        KnownDevice device = judged.device();
        String job = judged.evidence();
        return new Trouble(
                device.id(),
                device.name(),
                device.username(),
                judged.standing().since(),
                judged.standing().failures(),
                judged.standing().lastGoodAt(),
                job,
                job == null ? null : FleetJob.id(server(), job),
                names.item(),
                names.vault(),
                beganAt(),
                endedAt());
    }
}
