package com.eazybackup.web.api.pulse;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.Page;
import com.eazybackup.pulse.Incidents;
import com.eazybackup.pulse.Snooze;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import com.eazybackup.web.api.operations.PageParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /api/pulse/incidents} and {@code /api/pulse/snooze}: what is the matter, and not now. */
@Path("/pulse")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IncidentsResource {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject Incidents incidents;

    record Wish(String jobId, Long minutes) {}

    /**
     * @param until Unix seconds
     * @param previous Unix seconds; null when there was none
     */
    record Answer(
            String status, long until, @JsonInclude(JsonInclude.Include.ALWAYS) Long previous) {}

    @GET
    @Path("/incidents")
    public Page<FleetJob> open(@BeanParam PageParameters parameters) {
        Page<FleetJob> open =
                incidents.open(
                        scopes.of(door.forClient(Action.SEE_INCIDENTS)),
                        parameters.page(),
                        parameters.size());
        FleetUnreadableMapper.readable();
        return open;
    }

    @POST
    @Path("/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer snooze(Wish wish) {
        ClientScope scope = scopes.of(door.forClient(Action.SNOOZE_INCIDENT));
        String by = door.enter(Action.SNOOZE_INCIDENT).name();
        if (wish == null || wish.jobId() == null || wish.jobId().isBlank()) {
            throw bad("job_id is the id of the job whose incident is to be hidden.");
        }
        if (wish.minutes() == null || wish.minutes() <= 0) {
            throw bad("minutes is a whole number of 1 or more.");
        }
        if (!incidents.concerns(scope, wish.jobId())) {
            throw door.foreign(Action.SNOOZE_INCIDENT, wish.jobId());
        }
        Optional<Snooze> snooze =
                door.act(
                        Action.SNOOZE_INCIDENT,
                        wish.jobId(),
                        () -> incidents.snooze(scope, wish.jobId(), wish.minutes(), by),
                        done -> done.map(one -> "until " + one.until()).orElse("not-found"));
        FleetUnreadableMapper.readable();
        Snooze done = snooze.orElseThrow(() -> door.foreign(Action.SNOOZE_INCIDENT, wish.jobId()));
        return new Answer(
                "success",
                done.until().getEpochSecond(),
                done.previous().map(Instant::getEpochSecond).orElse(null));
    }

    @DELETE
    @Path("/snooze/{job}")
    public Response wake(@PathParam("job") String job, @QueryParam("until") String until) {
        ClientScope scope = scopes.of(door.forClient(Action.WAKE_INCIDENT));
        if (until != null && !SECONDS.matcher(until).matches()) {
            throw bad("until is when the snooze ends, in Unix seconds.");
        }
        if (!incidents.concerns(scope, job)) {
            throw door.foreign(Action.WAKE_INCIDENT, job);
        }
        boolean done =
                door.act(
                        Action.WAKE_INCIDENT,
                        job,
                        () ->
                                until == null
                                        ? incidents.wake(scope, job)
                                        : incidents.takeBack(
                                                scope,
                                                job,
                                                Instant.ofEpochSecond(Long.parseLong(until))),
                        woken -> woken ? "done" : "not-found");
        FleetUnreadableMapper.readable();
        if (!done) {
            throw door.foreign(Action.WAKE_INCIDENT, job);
        }
        return Response.noContent().build();
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
