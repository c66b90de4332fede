package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The Admin API of one Comet Server, for one administrator. Thread-safe; keep one per server.
 *
 * <p>Every call signs in by itself, has a limit of time of its own and is safe to repeat. Trouble
 * of any kind is a {@link CometException}, whose kind says whether waiting helps. Nothing here
 * logs.
 *
 * <p>Limits: a call that signs in with a password makes Comet emit an event about that on the live
 * stream.
 */
public final class CometClient {

    private static final Duration PLAIN = Duration.ofSeconds(30);
    private static final Duration LIST = Duration.ofMinutes(2);

    private final CometTransport transport;

    public CometClient(CometServerAddress server, CometCredentials credentials) {
        transport = new CometTransport(server, credentials);
    }

    /**
     * @return also the cheapest proof that address and credentials are right
     */
    public ServerVersion version() throws CometException {
        return ServerVersion.from(object("meta/version", Map.of()));
    }

    /**
     * @return every user with the whole profile; large, so read it while it comes
     */
    public CometList<UserProfile> users() throws CometException {
        return CometList.map(
                transport.send("list-users-full", Map.of(), LIST),
                (name, profile) -> Optional.of(new UserProfile(profile)));
    }

    /**
     * @throws CometException of kind FAILED when there is no such user: that is how Comet says it
     */
    public UserProfile profile(CometUsername user) throws CometException {
        return new UserProfile(object("get-user-profile", Map.of("TargetUser", user.value())));
    }

    /**
     * @return jobs that started or ended in that time, in no order; unfinished ones only when they
     *     started in it
     */
    public CometList<JobDetail> jobs(Instant from, Instant to) throws CometException {
        return jobs(from.getEpochSecond(), to.getEpochSecond());
    }

    /**
     * @return exactly the jobs that have not ended, in no order
     */
    public CometList<JobDetail> unfinishedJobs() throws CometException {
        return jobs(0, 0);
    }

    private CometList<JobDetail> jobs(long from, long to) throws CometException {
        Map<String, String> range = Map.of("Start", Long.toString(from), "End", Long.toString(to));
        return CometList.array(
                transport.send("get-jobs-for-date-range", range, LIST),
                (none, job) -> JobDetail.from(job));
    }

    /**
     * @throws CometException of kind NOT_FOUND when the server has no such job any more
     */
    public JobDetail job(JobId job) throws CometException {
        JsonNode answer = object("get-job-properties", Map.of("JobID", job.value()));
        return JobDetail.from(answer)
                .orElseThrow(
                        () ->
                                new CometException(
                                        CometException.Kind.UNREADABLE, 0, "The job has no GUID."));
    }

    /**
     * @return what is connected now, several connections of one device included
     */
    public CometList<LiveConnection> liveConnections() throws CometException {
        return CometList.map(
                transport.send("dispatcher/list-active", Map.of(), LIST),
                (id, connection) -> Optional.of(LiveConnection.from(id, connection)));
    }

    private JsonNode object(String path, Map<String, String> parameters) throws CometException {
        try (CometAnswer answer = transport.send(path, parameters, PLAIN)) {
            return answer.object();
        }
    }

    @Override
    public String toString() {
        return "CometClient[" + transport + "]";
    }
}
