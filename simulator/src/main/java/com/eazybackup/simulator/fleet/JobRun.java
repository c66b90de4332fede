package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** One job under way: when it begins, how far it is, when it ends and how. */
final class JobRun {

    private static final Duration REPORT = Duration.ofSeconds(2);

    /**
     * @param bytes that it moves; 0 = it reports nothing
     */
    record Plan(Instant begin, Instant end, int status, long bytes, long files) {

        /** Of a night's job: its end is up to chance. */
        static Plan ofNight(Draw draw, Instant begin, Duration takes) {
            int status = ending(draw);
            return new Plan(
                    begin,
                    begin.plus(takes),
                    status,
                    draw.between(200L << 20, 90L << 30),
                    draw.between(120, 60_000));
        }

        private double part(Instant now) {
            double taken = Duration.between(begin, now).toMillis();
            return Math.min(1, taken / Math.max(1, Duration.between(begin, end).toMillis()));
        }

        private static int ending(Draw draw) {
            long percent = draw.between(0, 99);
            if (percent < 86) {
                return JobStatuses.SUCCESS;
            }
            if (percent < 92) {
                return JobStatuses.WARNING;
            }
            if (percent < 96) {
                return JobStatuses.ERROR;
            }
            return switch ((int) percent) {
                case 96 -> JobStatuses.TIMEOUT;
                case 97 -> JobStatuses.QUOTA;
                case 98 -> JobStatuses.CANCELLED;
                default -> JobStatuses.ABANDONED;
            };
        }
    }

    private final Fleet fleet;
    private final String id;
    private final JobPlace place;
    private final Plan plan;
    private final BiConsumer<String, Integer> afterwards;
    private Instant nextReport;

    JobRun(
            Fleet fleet,
            String id,
            JobPlace place,
            Plan plan,
            BiConsumer<String, Integer> afterwards) {
        this.fleet = fleet;
        this.id = id;
        this.place = place;
        this.plan = plan;
        this.afterwards = afterwards;
        this.nextReport = plan.begin().plusMillis(700);
    }

    JobPlace place() {
        return place;
    }

    /**
     * @return true when the job is over
     */
    boolean advance(Instant now) {
        JsonNode job = fleet.job(id).map(JsonNode.class::cast).orElse(null);
        if (job == null || isOver(job, now)) {
            return true;
        }
        if (job.path("EndTime").asLong() != 0 || plan.begin().isAfter(now)) {
            return false;
        }
        fleet.acts().jobs().begin(id);
        if (!plan.end().isAfter(now)) {
            report(1.0);
            fleet.acts().jobs().finish(id, plan.status());
            afterwards.accept(id, plan.status());
            return true;
        }
        if (!nextReport.isAfter(now)) {
            report(plan.part(now));
            nextReport = now.plus(REPORT);
        }
        return false;
    }

    /** Somebody else ended the job; but one that was only given up is still at it and says so. */
    private boolean isOver(JsonNode job, Instant now) {
        if (job.path("EndTime").asLong() == 0) {
            return false;
        }
        boolean alive =
                job.path("Status").asInt() == JobStatuses.ABANDONED
                        && fleet.habits().abandonedJobsRevive
                        && plan.end().isAfter(now);
        if (alive && !nextReport.isAfter(now)) {
            fleet.acts().jobs().revive(id);
            nextReport = now.plus(REPORT);
        }
        return !alive;
    }

    private void report(double part) {
        if (plan.bytes() > 0) {
            fleet.acts()
                    .jobs()
                    .progress(
                            id,
                            (long) (plan.bytes() * part),
                            plan.bytes(),
                            (long) (plan.files() * part),
                            plan.files());
        }
    }
}
