package com.eazybackup.web.api.admins;

import com.eazybackup.access.AdminDesk;
import com.eazybackup.notify.MailOutbox;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /api/admin/admins}: who there is, and what may be done about it. */
@Path("/admin/admins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminsResource {

    @Inject AdminDesk desk;
    @Inject MailOutbox outbox;

    /** Body of a change. */
    record Role(String role) {}

    /** How many sessions that were. */
    record Ended(int ended) {}

    @GET
    public AdminsAnswer list() {
        List<AdminsAnswer.Admin> admins =
                desk.admins().stream().map(AdminsAnswer.Admin::of).toList();
        List<MailOutbox.Waiting> mails = outbox.waiting();
        return new AdminsAnswer(
                admins,
                desk.invites().stream()
                        .map(invite -> AdminsAnswer.Invite.of(invite, mails))
                        .toList(),
                desk.missingForMail());
    }

    @PUT
    @Path("/{id}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeRole(@PathParam("id") int id, Role role) {
        if (role == null || role.role() == null) {
            throw new ProblemException(ProblemCode.VALIDATION, "The field \"role\" is needed.");
        }
        desk.changeRole(id, role.role());
        return done();
    }

    @POST
    @Path("/{id}/disable")
    public Response disable(@PathParam("id") int id) {
        desk.disable(id);
        return done();
    }

    @POST
    @Path("/{id}/enable")
    public Response enable(@PathParam("id") int id) {
        desk.enable(id);
        return done();
    }

    @POST
    @Path("/{id}/reset-second-factor")
    public Response resetSecondFactor(@PathParam("id") int id) {
        desk.resetSecondFactor(id);
        return done();
    }

    @POST
    @Path("/{id}/end-sessions")
    public Ended endSessions(@PathParam("id") int id) {
        return new Ended(desk.endSessions(id));
    }

    private static Response done() {
        return Response.noContent().build();
    }
}
