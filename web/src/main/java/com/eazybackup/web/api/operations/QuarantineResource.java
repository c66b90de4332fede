package com.eazybackup.web.api.operations;

import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.QuarantinedFrame;
import com.eazybackup.ingest.QuarantinedFrame.State;
import com.eazybackup.ingest.Replay;
import com.eazybackup.operations.QuarantineDesk;
import com.eazybackup.operations.ReplayedFrames;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code /api/admin/operations/quarantine}: what could not be understood or stored. */
@Path("/admin/operations/quarantine")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {

    @Inject QuarantineDesk quarantine;

    /**
     * A frame, as programs see it.
     *
     * @param beginning of its text, without secrets
     * @param size in characters, as it came
     * @param first when it came first, Unix seconds, as {@code last}
     */
    record Frame(
            long id,
            String profile,
            String reason,
            String beginning,
            long size,
            long times,
            long first,
            long last,
            String state) {

        static Frame of(QuarantinedFrame frame) {
            return new Frame(
                    frame.id(),
                    frame.profile(),
                    frame.reason(),
                    frame.beginning(),
                    frame.size(),
                    frame.times(),
                    frame.first().getEpochSecond(),
                    frame.last().getEpochSecond(),
                    frame.state().wire());
        }
    }

    /**
     * What came of a replay.
     *
     * @param done whether the frame has been dealt with
     */
    record Outcome(String outcome, boolean done) {

        static Outcome of(Replay replay) {
            return new Outcome(replay.name().toLowerCase(Locale.ROOT), replay.done());
        }
    }

    @GET
    public Page<Frame> page(
            @QueryParam("state") String state, @BeanParam PageParameters parameters) {
        Page<QuarantinedFrame> found =
                quarantine.list(state(state), parameters.page(), parameters.size());
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.items().stream().map(Frame::of).toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @POST
    @Path("/replay")
    public ReplayedFrames replayAll() {
        return quarantine.replayAll();
    }

    @POST
    @Path("/{id}/replay")
    public Outcome replay(@PathParam("id") long id) {
        return Outcome.of(quarantine.replay(id));
    }

    @DELETE
    @Path("/{id}")
    public Response discard(@PathParam("id") long id) {
        quarantine.discard(id);
        return Response.noContent().build();
    }

    private static State state(String asked) {
        if (asked == null || asked.isEmpty()) {
            return State.OPEN;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.wire().equals(asked))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        ProblemCode.VALIDATION,
                                        "state is one of "
                                                + Arrays.stream(State.values())
                                                        .map(State::wire)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }
}
