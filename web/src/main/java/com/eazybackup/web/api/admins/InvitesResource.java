package com.eazybackup.web.api.admins;

import com.eazybackup.access.AdminDesk;
import com.eazybackup.access.Invited;
import com.eazybackup.web.Viewer;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** {@code /api/admin/admins/invites}: invitations of new administrators. */
@Path("/admin/admins/invites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitesResource {

    @Inject AdminDesk desk;
    @Inject Viewer viewer;

    /**
     * Body of an invitation.
     *
     * @param language of the mail, {@code en} or {@code fr}; the caller's own when missing
     */
    record Invite(String email, String role, String language) {}

    /**
     * Somebody was invited.
     *
     * @param link to hand over, shown this once; empty when it goes out by mail. A path while
     *     EB_PUBLIC_URL is not set
     */
    record Answer(
            int id,
            String email,
            long expires,
            boolean mailed,
            String link,
            List<String> mailMissing) {

        static Answer of(Invited invited) {
            return new Answer(
                    invited.id(),
                    invited.email(),
                    invited.expires().getEpochSecond(),
                    invited.mailed(),
                    invited.link(),
                    invited.missing());
        }

        /** Leaves the link out. */
        @Override
        public String toString() {
            return "Answer";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(Invite invite) {
        if (invite == null || invite.email() == null || invite.role() == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "The fields \"email\" and \"role\" are needed.");
        }
        Invited invited = desk.invite(invite.email(), invite.role(), language(invite.language()));
        return Response.status(Response.Status.CREATED).entity(Answer.of(invited)).build();
    }

    @POST
    @Path("/{id}/resend")
    public Answer resend(@PathParam("id") int id) {
        return Answer.of(desk.resend(id, viewer.getLocale()));
    }

    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") int id) {
        desk.revoke(id);
        return Response.noContent().build();
    }

    private Locale language(String asked) {
        if (asked == null) {
            return viewer.getLocale();
        }
        if (!List.of("en", "fr").contains(asked)) {
            throw new ProblemException(ProblemCode.VALIDATION, "language is en or fr.");
        }
        return Locale.forLanguageTag(asked);
    }
}
