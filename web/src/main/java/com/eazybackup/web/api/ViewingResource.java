package com.eazybackup.web.api;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.access.ViewingDoor;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/admin/viewing}: an administrator sees a client's portal as the client sees it. */
@Path("/admin/viewing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ViewingResource {

    @Inject ViewingDoor door;
    @Inject CurrentCaller current;
    @Inject Door portal;
    @Inject HttpServletRequest request;

    /**
     * Whom to look at.
     *
     * @param reason which the client can read
     */
    record Look(Integer clientId, String reason) {}

    /**
     * @throws AccessRefused for who may not, and when there is no such client
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer begin(String body) throws JsonProcessingException {
        portal.enter(Action.VIEW_AS); // before anything is said about the body
        Look look = JsonFormat.MAPPER.readValue(body, Look.class);
        if (look == null || look.clientId() == null || look.reason() == null) {
            throw bad("The fields \"client_id\" and \"reason\" are needed.");
        }
        String reason = look.reason().strip();
        if (reason.isEmpty() || reason.length() > ViewingDoor.LONGEST_REASON) {
            throw bad(
                    "The reason has 1 to "
                            + ViewingDoor.LONGEST_REASON
                            + " characters. The client can read it.");
        }
        Caller viewer = door.viewAs(request, look.clientId(), reason);
        return SessionAnswer.of(viewer, current.viewingUntil());
    }

    @DELETE
    public Response stop() {
        door.stop(request);
        return Response.noContent().build();
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
