package com.eazybackup.job;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.Secrets;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.comet.job.LogEntry;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.ingest.FleetServers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The logs of jobs. Only the Comet Server has them, so it is asked each time; nothing is kept.
 *
 * <p>Guarantee: whose the job is, is asked in our own tables first; the server hears of no other.
 * Messages go through {@link Secrets#withoutIn}: a value behind a name that sounds like a secret
 * ({@code password}, {@code token}, {@code key} and so on) is not told, and where such a value is
 * not in quotation marks the rest of its message neither. A secret that nothing names stays.
 *
 * <p>Cost: the queries of {@link JobReports}, then one call, with no connection of the database
 * held; the log is read while it arrives, and no more than the {@link #MOST} newest entries are in
 * memory. Limits: messages are cut after 4,000 characters. A server that is silent keeps the caller
 * waiting for half a minute, until it is known to be away. That an old log was deleted is not
 * documented: a server that refuses, or knows no such job, counts as one that has none any more;
 * one that answers with an empty log, as one whose log is empty.
 */
@ApplicationScoped
public class JobLogs {

    public static final int MOST = 10_000;

    private JobReports reports;
    private FleetServers servers;
    private Clock clock;

    JobLogs() {}

    @Inject
    public JobLogs(JobReports reports, FleetServers servers, Clock clock) {
        this.reports = reports;
        this.servers = servers;
        this.clock = clock;
    }

    /**
     * @param id {@link FleetJob#id}
     * @return empty when it is none of the client's jobs
     * @throws FleetUnreadable when the database does not answer
     * @throws JobLogUnreadable when the Comet Server does not, or nobody knows where it is
     */
    public Optional<JobLog> of(ClientScope scope, String id) throws JobLogUnreadable {
        Optional<JobReport> job = reports.of(scope, id);
        return job.isEmpty()
                ? Optional.empty()
                : Optional.of(read(job.get().serverId(), new JobId(job.get().jobId())));
    }

    private JobLog read(String server, JobId job) throws JobLogUnreadable {
        ProfileName profile =
                servers.profiles().stream()
                        .filter(known -> known.value().equals(server))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new JobLogUnreadable(
                                                true, "No intake of \"" + server + "\"", null));
        try {
            return entries(servers.client(profile).calls(JobCalls.class), job);
        } catch (NoTarget e) {
            throw new JobLogUnreadable(true, profile + ": " + e.getMessage(), e);
        } catch (CometException e) {
            if (isGone(e)) {
                return new JobLog(clock.instant(), List.of(), 0, true);
            }
            if (e.kind() == Kind.WRONG_CREDENTIALS) {
                servers.refused(profile);
            }
            throw new JobLogUnreadable(
                    e.kind().passing() || e.kind() == Kind.INTERRUPTED,
                    profile + ": " + e.getMessage() + " (" + e.kind() + ")",
                    e);
        }
    }

    private JobLog entries(JobCalls calls, JobId job) throws CometException {
        NewestEntries newest = new NewestEntries(MOST);
        try (CometList<LogEntry> log = calls.logEntries(job, Optional.empty(), Optional.empty())) {
            for (Optional<LogEntry> next = log.next(); next.isPresent(); next = log.next()) {
                newest.add(next.get());
            }
        }
        return new JobLog(clock.instant(), newest.inOrder(), newest.leftOut(), false);
    }

    /** A page that a proxy has not found says nothing of a job. */
    private static boolean isGone(CometException e) {
        return e.isSaidByComet() && (e.kind() == Kind.NOT_FOUND || e.kind() == Kind.REFUSED);
    }
}
