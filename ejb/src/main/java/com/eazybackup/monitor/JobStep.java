package com.eazybackup.monitor;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.ingest.ActionStage;
import com.eazybackup.ingest.JobMarks;
import com.eazybackup.ingest.LiveJob;
import com.eazybackup.ingest.LiveJobs;
import com.eazybackup.monitor.StallRule.Verdict;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Takes one job one step further: looks at it, and does what {@link StallRule} says. What Comet
 * answers to an attempt proves nothing; the job is read again, and what it is then holds.
 *
 * <p>Guarantee: nothing is done to a job that shows life, has an unknown status, or is no backup;
 * nothing at all in a dry run. Trouble with one job is written to its row and is nobody else's; but
 * credentials that are not accepted end the run, by the exception, and after a permission was
 * missing no other job is acted upon.
 */
final class JobStep {

    /**
     * The device could not be asked. Comet's numbers for that overlap with those for a missing
     * permission; whether that is missing, the abandonment will tell.
     */
    private static final Set<Kind> CANNOT_CANCEL =
            Set.of(Kind.REFUSED, Kind.NOT_ONLINE, Kind.FORBIDDEN);

    private final LiveJobs jobs;
    private final JobCalls calls;
    private final Clock clock;
    private final MonitorTally tally;
    private final boolean dry;
    private final BooleanSupplier mayAct;
    private CometException forbidden;

    /**
     * @param mayAct asked right before each call that does something
     */
    JobStep(
            LiveJobs jobs,
            CometClient client,
            Clock clock,
            MonitorTally tally,
            boolean dry,
            BooleanSupplier mayAct) {
        this.jobs = jobs;
        this.calls = client.calls(JobCalls.class);
        this.clock = clock;
        this.tally = tally;
        this.dry = dry;
        this.mayAct = mayAct;
    }

    /**
     * @return what the server did not allow, the last time; empty when it allowed everything
     */
    Optional<CometException> forbidden() {
        return Optional.ofNullable(forbidden);
    }

    /**
     * @return what came of it, also when there is nothing to do
     */
    MonitorLine take(JobCase one, Listing listing)
            throws CometException, SQLException, InterruptedException {
        LiveJob job = one.job();
        one.listed(listing.of(job.id()));
        boolean lacking = listing.lacks(job.id());
        Verdict early = one.verdict();
        if (!lacking && early == Verdict.FRESH) {
            noteMoved(one);
            return fresh(one);
        }
        if (!lacking && early.waits()) {
            return waiting(one, early);
        }
        if (!tally.mayLook()) {
            return waiting(one, Verdict.CHECKED);
        }
        tally.checked++;
        JobDetail seen;
        try {
            seen = calls.job(job.id());
        } catch (CometException e) {
            return notRead(one, listing, e);
        }
        JobSight sight = JobSight.of(seen);
        if (sight.over()) {
            return finish(one, seen, sight, "");
        }
        if (!sight.trouble().isEmpty()) {
            return trouble(one, sight, seen.status());
        }
        one.seen(seen);
        noteMoved(one);
        return sight == JobSight.WAITING ? fresh(one) : act(one, one.verdict(), seen);
    }

    /** So that the next run sees whether it has moved since: news do not tell all that it sends. */
    private void noteMoved(JobCase one) throws SQLException {
        if (one.hasMoved() && !dry) {
            jobs.moved(one.job(), one.moved(), now());
        }
    }

    private MonitorLine act(JobCase one, Verdict verdict, JobDetail seen)
            throws CometException, SQLException, InterruptedException {
        return switch (verdict) {
            case FRESH -> fresh(one);
            case RESTING, DEFERRED, CHECKED -> waiting(one, verdict);
            case RESTED -> {
                note(one, one.rested());
                yield line(one, verdict, "begin-anew", "");
            }
            case EXHAUST -> {
                tally.exhausted++;
                mark(one, one.exhausted());
                yield line(one, verdict, "rest", "");
            }
            case STRIKE -> {
                tally.struck++;
                note(one, one.struck());
                yield line(one, verdict, "strike", "");
            }
            case CANCEL -> tries(one, verdict, seen);
            case ABANDON, ABANDON_AFTER_TRY -> tries(one, verdict, seen);
        };
    }

    /** That it is stalled: the next look tries to end it. */
    private void note(JobCase one, JobMarks marks) throws SQLException {
        if (dry) {
            one.foretell(marks);
        }
        mark(one, marks);
    }

    private MonitorLine tries(JobCase one, Verdict verdict, JobDetail seen)
            throws CometException, SQLException, InterruptedException {
        if (forbidden != null || !tally.mayAct() || (!dry && !mayAct.getAsBoolean())) {
            return waiting(one, Verdict.DEFERRED);
        }
        if (dry) {
            tally.cancelled += verdict == Verdict.CANCEL ? 1 : 0;
            tally.abandoned += verdict.abandons() ? 1 : 0;
            return line(one, verdict, verdict == Verdict.CANCEL ? "cancel" : "abandon", "");
        }
        return verdict == Verdict.CANCEL
                ? cancel(one, seen)
                : abandon(one, verdict, seen, "abandon");
    }

    private MonitorLine cancel(JobCase one, JobDetail seen)
            throws CometException, SQLException, InterruptedException {
        tally.cancelled++;
        try {
            calls.cancel(new CometUsername(seen.username()), seen.id());
        } catch (CometException e) {
            if (CANNOT_CANCEL.contains(e.kind())) {
                return cannotCancel(one, seen, e);
            }
            // A device may take longer to stop than the answer: then it is seen below.
            if (e.kind() != Kind.TIMED_OUT && e.kind() != Kind.NOT_FOUND) {
                return failed(one, Verdict.CANCEL, "cancel", e);
            }
        }
        JobDetail after = reread(seen.id());
        if (after != null && JobSight.of(after).over()) {
            return finish(one, after, JobSight.of(after), "cancel");
        }
        boolean silent = after != null && after.heartbeatAt() == 0;
        if (silent && tally.mayAct() && mayAct.getAsBoolean()) {
            return abandon(one, Verdict.CANCEL, after, "cancel+abandon");
        }
        mark(one, one.tried(ActionStage.CANCEL_REQUESTED, ""));
        return line(one, Verdict.CANCEL, "cancel", "");
    }

    private MonitorLine cannotCancel(JobCase one, JobDetail seen, CometException why)
            throws CometException, SQLException, InterruptedException {
        boolean away = one.job().offlineSince().isPresent();
        if (away && tally.mayAct() && mayAct.getAsBoolean()) {
            return abandon(one, Verdict.CANCEL, seen, "cancel+abandon");
        }
        String error = MonitorTrouble.text(why);
        mark(one, one.tried(ActionStage.CANCEL_UNAVAILABLE, error));
        return line(one, Verdict.CANCEL, "cancel", error);
    }

    private MonitorLine abandon(JobCase one, Verdict verdict, JobDetail seen, String action)
            throws CometException, SQLException, InterruptedException {
        tally.abandoned++;
        String error = "";
        try {
            calls.abandon(new CometUsername(seen.username()), seen.id());
        } catch (CometException e) {
            if (e.kind() != Kind.REFUSED
                    && e.kind() != Kind.NOT_FOUND
                    && e.kind() != Kind.TIMED_OUT) {
                return failed(one, verdict, action, e);
            }
            error = MonitorTrouble.text(e);
        }
        JobDetail after = reread(seen.id());
        if (after != null && JobSight.of(after).over()) {
            return finish(one, after, JobSight.of(after), action);
        }
        tally.errors += error.isEmpty() ? 0 : 1;
        mark(one, one.tried(ActionStage.ABANDON_REQUESTED, error));
        return line(one, verdict, action, error);
    }

    /**
     * @return null when it could not be read now: the next run looks again
     */
    private JobDetail reread(JobId job) throws CometException {
        try {
            return calls.job(job);
        } catch (CometException e) {
            if (e.kind().endsAll()) {
                throw e;
            }
            return null;
        }
    }

    /** An attempt that came to nothing; one that may be made again soon is no attempt. */
    private MonitorLine failed(JobCase one, Verdict verdict, String action, CometException e)
            throws CometException, SQLException {
        if (e.kind().endsAll()) {
            throw e;
        }
        String error = fault(one, e, e.kind().passing());
        return line(one, verdict, action, error);
    }

    private MonitorLine notRead(JobCase one, Listing listing, CometException e)
            throws CometException, SQLException, InterruptedException {
        if (e.kind().endsAll()) {
            throw e;
        }
        if (isUnknown(one.job().id(), listing, e)) {
            boolean done = dry || jobs.takeLost(one.job());
            tally.finished += done ? 1 : 0;
            return line(one, "forgotten", done ? "finish" : "", MonitorTrouble.text(e));
        }
        String error = fault(one, e, e.kind().passing() || e.kind() == Kind.NOT_FOUND);
        return line(one, "not-read", "", error);
    }

    /** Nor does one call's answer say anything while the list has the job. */
    private static boolean isUnknown(JobId job, Listing listing, CometException e) {
        return listing.of(job).isEmpty() && e.saysUnknown(listing.lacks(job));
    }

    /**
     * Marked in any case: a job that was not would come first again in each run.
     *
     * @param unclear whether it does not count as an attempt
     */
    private String fault(JobCase one, CometException e, boolean unclear) throws SQLException {
        if (e.kind() == Kind.FORBIDDEN) {
            forbidden = e;
        }
        tally.errors++;
        String error = MonitorTrouble.text(e);
        mark(one, unclear ? one.unclear(error) : one.tried(one.job().marks().stage(), error));
        return error;
    }

    private MonitorLine trouble(JobCase one, JobSight sight, int status) throws SQLException {
        tally.errors++;
        String error =
                sight == JobSight.UNKNOWN_STATUS
                        ? sight.trouble().replace(".", ": " + status + ".")
                        : sight.trouble();
        mark(one, one.unclear(error));
        return line(one, "not-understood", "", error);
    }

    private MonitorLine finish(JobCase one, JobDetail seen, JobSight sight, String before)
            throws SQLException, InterruptedException {
        tally.finished++;
        if (!dry) {
            if (sight == JobSight.ENDED) {
                jobs.take(one.job().profile(), List.of(seen), clock.instant());
            } else {
                jobs.takeEnded(one.job().profile(), seen);
            }
        }
        String action = before.isEmpty() ? "finish" : before + "+finish";
        return line(one, "ended", action, "");
    }

    private MonitorLine fresh(JobCase one) throws SQLException {
        tally.fresh++;
        if (!one.job().marks().clean()) {
            mark(one, one.clean());
            return line(one, Verdict.FRESH, "reset", "");
        }
        return line(one, Verdict.FRESH, "", "");
    }

    private MonitorLine waiting(JobCase one, Verdict why) {
        tally.waiting++;
        return line(one, why, "", "");
    }

    private void mark(JobCase one, JobMarks marks) throws SQLException {
        if (!dry) {
            jobs.mark(one.job(), marks);
        }
    }

    private MonitorLine line(JobCase one, Verdict verdict, String action, String error) {
        return line(one, verdict.wire(), action, error);
    }

    private MonitorLine line(JobCase one, String rule, String action, String error) {
        LiveJob job = one.job();
        return new MonitorLine(
                job.id().value(),
                job.username(),
                job.deviceName(),
                rule,
                dry ? "" : action,
                dry ? action : "",
                one.evidence(),
                error);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
