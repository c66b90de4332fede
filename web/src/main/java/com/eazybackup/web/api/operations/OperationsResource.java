package com.eazybackup.web.api.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.operations.IntakeDesk;
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
import java.util.OptionalLong;

/**
 * {@code /api/admin/operations}: how ingestion stands on this node, and what may be asked of it.
 */
@Path("/admin/operations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

    @Inject IntakeDesk intakes;
    @Inject QuarantineDesk quarantine;
    @Inject Clock clock;

    /**
     * @param node that answers; each tells of itself
     * @param t Unix seconds
     */
    record Answer(List<StreamAnswer> streams, Waiting quarantine, String node, long t) {}

    /**
     * @param open null while the database does not answer
     */
    record Waiting(Long open) {}

    /** Also answers while the database is away: then above all somebody wants to look. */
    @GET
    public Answer status() {
        Instant now = clock.instant();
        List<StreamAnswer> streams =
                intakes.streams().stream().map(one -> StreamAnswer.of(one, now)).toList();
        OptionalLong open = quarantine.open();
        return new Answer(
                streams,
                new Waiting(open.isPresent() ? open.getAsLong() : null),
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
