package com.eazybackup.comet.job;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.RawAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Jobs of a Comet Server. Lists come in no order and without pages. */
@CallsOf(CallsOf.ADMIN)
public interface JobCalls {

    /**
     * @return exactly the jobs that have not ended
     */
    default CometList<JobDetail> unfinished() throws CometException {
        return between(Instant.EPOCH, Instant.EPOCH);
    }

    /**
     * @return jobs that started or ended in that time; unfinished ones only when they started in
     *     it. From 0 to 0: exactly the unfinished ones
     */
    @Call(value = "get-jobs-for-date-range", kind = CallKind.LIST, safe = true)
    CometList<JobDetail> between(@Field("Start") Instant from, @Field("End") Instant to)
            throws CometException;

    /**
     * @return all jobs of a user
     */
    @Call(value = "get-jobs-for-user", kind = CallKind.LIST, safe = true)
    CometList<JobDetail> ofUser(@Field("TargetUser") CometUsername user) throws CometException;

    /**
     * @return what the server thinks recent, and what is unfinished
     */
    @Call(value = "get-jobs-recent", kind = CallKind.LIST, safe = true)
    CometList<JobDetail> recent() throws CometException;

    /**
     * @return everything; not for a fleet
     */
    @Call(value = "get-jobs-all", kind = CallKind.LIST, safe = true)
    CometList<JobDetail> all() throws CometException;

    /**
     * @return jobs that fit
     */
    @Call(value = "get-jobs-for-custom-search", kind = CallKind.LIST, safe = true)
    CometList<JobDetail> search(@Field("Query") JsonNode query) throws CometException;

    /**
     * @return how many jobs fit
     */
    @Call(value = "count-jobs-for-custom-search", kind = CallKind.LIST, safe = true)
    JobCount count(@Field("Query") JsonNode query) throws CometException;

    /**
     * The only way to see how far a job is.
     *
     * @throws CometException of kind NOT_FOUND when the server has no such job any more
     */
    @Call(value = "get-job-properties", safe = true)
    JobDetail job(@Field("JobID") JobId job) throws CometException;

    /**
     * Somebody waits for it, and it is one job's: it takes no place of the lists. How long a log is
     * nobody knows before.
     *
     * @param minSeverity such as {@code W}
     * @param messageContains exactly that text
     * @throws CometException of kind NOT_FOUND or REFUSED, said by Comet, when the server has no
     *     such job or has deleted its log; one may also come back empty then
     */
    @Call(value = "get-job-log-entries", safe = true)
    CometList<LogEntry> logEntries(
            @Field("JobID") JobId job,
            @Field("MinSeverity") Optional<String> minSeverity,
            @Field("MessageContains") Optional<String> messageContains)
            throws CometException;

    /**
     * @return plain text
     */
    @Call(value = "get-job-log", kind = CallKind.FILE, safe = true)
    RawAnswer log(@Field("JobID") JobId job) throws CometException;

    /**
     * Asks the device to stop. Needs a job with a cancellation id and a device that is there; when
     * the device cannot be reached the error is REFUSED. Comet emits no event about it.
     */
    @Call(value = "job/cancel", kind = CallKind.DEVICE)
    void cancel(@Field("TargetUser") CometUsername user, @Field("JobID") JobId job)
            throws CometException;

    /**
     * Marks a job that cannot be stopped as abandoned. It does not end it: a device that goes on
     * with it revives it. Since Comet 23.9.
     */
    @Call("job/abandon")
    void abandon(@Field("TargetUser") CometUsername user, @Field("JobID") JobId job)
            throws CometException;
}
