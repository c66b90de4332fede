package com.eazybackup.web.api.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.operations.MonitorDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code POST /api/admin/operations/heartbeat}: which devices are connected is asked soon. */
@Path("/admin/operations/heartbeat")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HeartbeatResource {

    @Inject MonitorDesk desk;

    /**
     * Which Comet Server.
     *
     * @param profile all of them when it is missing
     */
    record Which(String profile) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response look(Which which) {
        desk.heartbeat(
                Optional.ofNullable(which)
                        .map(Which::profile)
                        .filter(name -> !name.isEmpty())
                        .map(ProfileName::new));
        return Response.accepted().build();
    }
}
