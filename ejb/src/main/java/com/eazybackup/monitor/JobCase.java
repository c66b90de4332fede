package com.eazybackup.monitor;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.ingest.ActionStage;
import com.eazybackup.ingest.JobMarks;
import com.eazybackup.ingest.LiveJob;
import java.time.Instant;
import java.util.Optional;

/** One job while it is judged: what the tables have of it, and what the server says. */
final class JobCase {

    private final LiveJob job;
    private final StallLimits limits;
    private final long now;
    private final boolean regardless;
    private long heartbeat;
    private long moved;
    private boolean cancellable;
    private String next = "";

    /**
     * @param now Unix seconds
     * @param regardless see {@link StallRule#decide}
     */
    JobCase(LiveJob job, StallLimits limits, long now, boolean regardless) {
        this.job = job;
        this.limits = limits;
        this.now = now;
        this.regardless = regardless;
    }

    LiveJob job() {
        return job;
    }

    void listed(Optional<Listing.Sign> sign) {
        sign.ifPresent(
                seen -> {
                    heartbeat = seen.heartbeat();
                    moved = seen.moved();
                });
    }

    void seen(JobDetail detail) {
        heartbeat = Math.max(heartbeat, detail.heartbeatAt());
        moved = Math.max(moved, detail.moved());
        cancellable = !detail.cancellationId().isEmpty();
    }

    boolean hasMoved() {
        return moved > job.lastBytes();
    }

    long moved() {
        return moved;
    }

    boolean everHeardOf() {
        return heartbeat > 0;
    }

    StallRule.Verdict verdict() {
        return decide(job.marks(), regardless);
    }

    private StallRule.Verdict decide(JobMarks marks, boolean atOnce) {
        return StallRule.decide(
                new StallRule.Facts(activity(), job.offlineSince(), cancellable, marks),
                limits,
                now,
                atOnce);
    }

    /**
     * Says in the evidence what would follow, for who remembers no marks and never comes to it.
     *
     * @param marks that would be made now
     */
    void foretell(JobMarks marks) {
        String end = decide(marks, true) == StallRule.Verdict.CANCEL ? "cancelled" : "abandoned";
        next = " Still so at the next look, it would be " + end + ".";
    }

    long idleSince() {
        return activity();
    }

    private long activity() {
        if (hasMoved()) {
            return now;
        }
        long told = Math.max(job.startedAt(), Math.max(job.lastUpdate(), job.lastBytesAt()));
        return Math.max(told, heartbeat);
    }

    /** A sentence for operators. */
    String evidence() {
        StringBuilder text = new StringBuilder();
        text.append("Last sign of life ")
                .append(Math.max(0, now - activity()))
                .append(" s ago, ")
                .append(moved > 0 ? moved : job.lastBytes())
                .append(" bytes");
        job.offlineSince()
                .ifPresent(
                        since ->
                                text.append(", device offline since ")
                                        .append(Instant.ofEpochSecond(since)));
        if (job.marks().attempts() > 0) {
            text.append(", ")
                    .append(job.marks().attempts())
                    .append(job.marks().attempts() == 1 ? " attempt" : " attempts");
        }
        return text.append('.').append(next).toString();
    }

    /** Nothing found, nothing tried. */
    JobMarks clean() {
        return new JobMarks(0, 0, ActionStage.NONE, 0, now, "");
    }

    JobMarks struck() {
        return new JobMarks(
                1, job.marks().attempts(), ActionStage.NONE, now + limits.recheck(), now, "");
    }

    /** Begins anew, with the finding that it is stalled. */
    JobMarks rested() {
        return new JobMarks(1, 0, ActionStage.NONE, 0, now, "");
    }

    JobMarks exhausted() {
        JobMarks marks = job.marks();
        return new JobMarks(
                marks.observations(),
                marks.attempts(),
                ActionStage.EXHAUSTED,
                now + limits.cooldown(),
                now,
                marks.error());
    }

    /** Something was tried and did not end it. */
    JobMarks tried(ActionStage stage, String error) {
        int attempts = job.marks().attempts() + 1;
        return new JobMarks(
                job.marks().observations(),
                attempts,
                stage,
                now + limits.pauseAfter(attempts),
                now,
                error);
    }

    /** It could not be looked at, or not be understood. */
    JobMarks unclear(String error) {
        JobMarks marks = job.marks();
        return new JobMarks(
                marks.observations(),
                marks.attempts(),
                marks.stage(),
                marks.nextAction(),
                now,
                error);
    }
}
