package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the finished jobs of the days before the fleet's present. */
final class History {

    private static final long DAY = 86_400;

    private final Fleet fleet;
    private final FleetPlan plan;

    History(Fleet fleet, FleetPlan plan) {
        this.fleet = fleet;
        this.plan = plan;
    }

    /** The job of each past night of one item, oldest first, each noted in the profile. */
    void write(ObjectNode profile, JobPlace place, Temper temper, int secondOfDay) {
        long now = fleet.now();
        long today = Math.floorDiv(now, DAY);
        for (int daysAgo = plan.historyDays(); daysAgo >= 0; daysAgo--) {
            // Named by the day, not by its distance: the next start finds the same jobs.
            long day = today - daysAgo;
            Draw draw = Draw.of(plan.seed(), "night", place.item(), day);
            long start = day * DAY + secondOfDay + draw.between(0, 300);
            int status = temper.night(draw, daysAgo);
            long end = start + duration(draw, status);
            if (end < now && start >= now - plan.historyDays() * DAY) {
                ObjectNode job = JobJson.ended(draw, profile, place, status, start, end);
                fleet.putJob(job);
                Statistics.note(profile, job);
            }
        }
    }

    private static long duration(Draw draw, int status) {
        return switch (status) {
            case JobStatuses.MISSED, JobStatuses.SKIPPED -> 0;
            case JobStatuses.TIMEOUT -> 6 * 3600;
            case JobStatuses.ERROR, JobStatuses.QUOTA -> draw.between(5, 400);
            default -> draw.between(90, 4_200);
        };
    }
}
