package com.eazybackup.simulator.fleet;

import java.time.Duration;
import java.time.Instant;

/** One job under way: how far it is, when it ends and how. */
final class JobRun {

    private static final Duration REPORT = Duration.ofSeconds(2);

    private final Fleet fleet;
    private final String id;
    private final JobPlace place;
    private final Instant start;
    private final Instant end;
    private final int status;
    private final long bytes;
    private final long files;
    private Instant nextReport;

    JobRun(Fleet fleet, Draw draw, String id, JobPlace place, Instant start, Duration takes) {
        this.fleet = fleet;
        this.id = id;
        this.place = place;
        this.start = start;
        this.end = start.plus(takes);
        this.status = ending(draw);
        this.bytes = draw.between(200L << 20, 90L << 30);
        this.files = draw.between(120, 60_000);
        this.nextReport = start.plusMillis(700);
    }

    JobPlace place() {
        return place;
    }

    /**
     * @return true when the job is over
     */
    boolean advance(Instant now) {
        if (gone()) {
            return true;
        }
        if (!end.isAfter(now)) {
            report(1.0);
            fleet.acts().jobs().finish(id, status);
            return true;
        }
        if (!nextReport.isAfter(now)) {
            double taken = Duration.between(start, now).toMillis();
            report(taken / Duration.between(start, end).toMillis());
            nextReport = now.plus(REPORT);
        }
        return false;
    }

    /** Somebody else ended the job, or its account is gone. */
    private boolean gone() {
        return fleet.job(id).filter(job -> job.path("EndTime").asLong() == 0).isEmpty();
    }

    private void report(double part) {
        fleet.acts()
                .jobs()
                .progress(id, (long) (bytes * part), bytes, (long) (files * part), files);
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
