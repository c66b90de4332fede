package com.eazybackup.web.api.operations;

import com.eazybackup.batch.Jobs;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.RunningCounts.Count;
import com.eazybackup.operations.AlertDesk;
import com.eazybackup.operations.IntakeDesk;
import com.eazybackup.operations.MonitorDesk;
import com.eazybackup.operations.QuarantineDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code /api/admin/operations}: how ingestion stands on this node, and what may be asked of it.
 */
@Path("/admin/operations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

    @Inject IntakeDesk intakes;
    @Inject AlertDesk alerts;
    @Inject QuarantineDesk quarantine;
    @Inject Jobs jobs;
    @Inject MonitorDesk monitor;
    @Inject Clock clock;

    /**
     * @param alerts the oldest first; null while it is not known which are open
     * @param mailNeeds settings without which operators are not mailed to
     * @param jobs of all nodes, some seconds old
     * @param heartbeat the last one of each Comet Server, on whichever node, as {@code monitor}
     * @param node that answers; each tells of itself
     * @param t Unix seconds
     */
    record Answer(
            List<StreamAnswer> streams,
            List<AlertAnswer> alerts,
            List<String> mailNeeds,
            Waiting quarantine,
            List<JobAnswer> jobs,
            List<HeartbeatAnswer> heartbeat,
            List<MonitorAnswer> monitor,
            String node,
            long t) {}

    /**
     * @param open null while the database does not answer
     */
    record Waiting(Long open) {}

    /** Also answers while the database is away: then above all somebody wants to look. */
    @GET
    public Answer status() {
        Instant now = clock.instant();
        Optional<Map<String, Count>> running = intakes.jobs();
        List<StreamAnswer> streams =
                intakes.streams().stream().map(one -> StreamAnswer.of(one, running, now)).toList();
        OptionalLong open = quarantine.open();
        return new Answer(
                streams,
                alerts.open().map(all -> all.stream().map(AlertAnswer::of).toList()).orElse(null),
                alerts.mailNeeds(),
                new Waiting(open.isPresent() ? open.getAsLong() : null),
                jobs.all().stream().map(JobAnswer::of).toList(),
                monitor.heartbeats().stream().map(HeartbeatAnswer::of).toList(),
                monitor.monitors().stream().map(MonitorAnswer::of).toList(),
                System.getProperty("jboss.node.name", ""),
                now.getEpochSecond());
    }

    @POST
    @Path("/streams/{profile}/catch-up")
    public Response readAgain(@PathParam("profile") String profile) {
        intakes.readAgain(new ProfileName(profile));
        return Response.accepted().build();
    }

    @POST
    @Path("/streams/{profile}/connect")
    public Response tryNow(@PathParam("profile") String profile) {
        intakes.tryNow(new ProfileName(profile));
        return Response.accepted().build();
    }
}
