package com.eazybackup.web.api.account;

import com.eazybackup.access.OpenSession;
import com.eazybackup.access.SessionDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;

/** {@code /api/sessions}: where the caller is signed in, and how that ends. */
@Path("/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject SessionDesk desk;
    @Inject Clock clock;

    /**
     * A session, as its owner's programs see it.
     *
     * @param browser and {@code system} in words, empty when the browser's own name tells nothing
     * @param by {@code password} or {@code provider}
     */
    record Item(
            String id,
            boolean current,
            long began,
            long seen,
            String address,
            String agent,
            String browser,
            String system,
            String by) {

        static Item of(SessionDesk.Listed listed) {
            OpenSession session = listed.session();
            AgentWords words = AgentWords.of(session.agent());
            return new Item(
                    session.id(),
                    listed.current(),
                    session.began().getEpochSecond(),
                    session.seen().getEpochSecond(),
                    session.address(),
                    session.agent(),
                    words.browser(),
                    words.system(),
                    session.provider() ? "provider" : "password");
        }
    }

    /** All of them: nobody has pages of sessions. */
    record Answer(List<Item> items, long t) {}

    /** How many were ended. */
    record Ended(int ended) {}

    @GET
    public Answer list() {
        return new Answer(
                desk.list().stream().map(Item::of).toList(), clock.instant().getEpochSecond());
    }

    @DELETE
    public Ended endOthers() {
        return new Ended(desk.endOthers());
    }

    @DELETE
    @Path("/{id}")
    public Response end(@PathParam("id") String id) {
        desk.end(id);
        return Response.noContent().build();
    }
}
