package com.eazybackup.web.api.pulse;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.pulse.PulseSnapshot;
import com.eazybackup.pulse.PulseSnapshots;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code GET /api/pulse/snapshot}: for those who poll, and for browsers without a stream. */
@Path("/pulse")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PulseResource {

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject PulseSnapshots snapshots;

    /** The names of the two lists are those that pages of the PHP system know. */
    record Answer(
            String status,
            @JsonProperty("jobsRunning") List<FleetJob> jobsRunning,
            @JsonProperty("jobsRecent24h") List<FleetJob> jobsRecent24h,
            List<PulseSnapshot.StreamStanding> streams,
            long interruptedAfter,
            String scope,
            long t) {}

    @GET
    @Path("/snapshot")
    public Response snapshot() {
        PulseSnapshot now = snapshots.of(scopes.of(door.forClient(Action.SEE_PULSE)));
        FleetUnreadableMapper.readable();
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(
                        new Answer(
                                "success",
                                now.jobsRunning(),
                                now.jobsRecent24h(),
                                now.streams(),
                                now.interruptedAfter(),
                                now.scope(),
                                now.t()))
                .cacheControl(never)
                .build();
    }
}
