package com.eazybackup.web.api.pulse;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.Cause;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.SnoozeWish;
import com.eazybackup.fleet.SnoozedTroubles;
import com.eazybackup.pulse.GroupWish;
import com.eazybackup.pulse.Incidents;
import com.eazybackup.pulse.Snoozed;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.fleet.DeviceParameters;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /api/pulse/incidents/groups} and {@code /api/pulse/snoozes}: what is the matter by its
 * cause, and many devices hidden and told of again in one action.
 */
@Path("/pulse")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SnoozesResource {

    private static final int MOST_DEVICES = 200;

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject Incidents incidents;

    record Wish(String group, Set<String> deviceIds, Long minutes, Long asOf) {}

    /**
     * @param id null when nothing was hidden
     * @param until Unix seconds
     */
    record Done(String id, int devices, long until) {}

    /**
     * @param total devices that are hidden
     */
    record Hidden(long total, List<SnoozeWish> items) {}

    @GET
    @Path("/incidents/groups")
    public IncidentGroupsAnswer groups(@QueryParam("q") String text) {
        ClientScope scope = scopes.of(door.forClient(Action.SEE_INCIDENTS));
        IncidentGroupsAnswer answer =
                IncidentGroupsAnswer.of(incidents.groups(scope, DeviceParameters.text(text)));
        FleetUnreadableMapper.readable();
        return answer;
    }

    @GET
    @Path("/snoozes")
    public Hidden snoozed() {
        SnoozedTroubles.Answer hidden =
                incidents.snoozed(scopes.of(door.forClient(Action.SEE_INCIDENTS)));
        FleetUnreadableMapper.readable();
        return new Hidden(hidden.total(), hidden.wishes());
    }

    @POST
    @Path("/snoozes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done snooze(Wish asked) {
        ClientScope scope = scopes.of(door.forClient(Action.SNOOZE_GROUP));
        GroupWish wish = read(asked);
        if (!wish.devices().isEmpty() && !incidents.concerns(scope, wish.devices())) {
            throw door.foreign(Action.SNOOZE_GROUP, target(wish));
        }
        String by = door.enter(Action.SNOOZE_GROUP).name();
        Snoozed done =
                door.act(
                        Action.SNOOZE_GROUP,
                        target(wish),
                        () -> incidents.snooze(scope, wish, by),
                        snoozed -> snoozed.devices() + " until " + snoozed.until());
        FleetUnreadableMapper.readable();
        return new Done(
                done.id().isEmpty() ? null : done.id(),
                done.devices(),
                done.until().getEpochSecond());
    }

    @DELETE
    @Path("/snoozes/{wish}")
    public Response wake(@PathParam("wish") String wish) {
        ClientScope scope = scopes.of(door.forClient(Action.WAKE_GROUP));
        if (!incidents.wished(scope, wish)) {
            throw foreign(wish);
        }
        int woken =
                door.act(
                        Action.WAKE_GROUP,
                        wish,
                        () -> incidents.wakeAll(scope, wish),
                        done -> done == 0 ? "not-found" : Integer.toString(done));
        FleetUnreadableMapper.readable();
        if (woken == 0) {
            throw foreign(wish);
        }
        return Response.noContent().build();
    }

    private AccessRefused foreign(String wish) {
        return door.foreign(Action.WAKE_GROUP, wish);
    }

    private static String target(GroupWish wish) {
        return wish.cause()
                .map(Cause::key)
                .orElseGet(
                        () ->
                                wish.devices().size() == 1
                                        ? wish.devices().iterator().next()
                                        : wish.devices().size() + " devices");
    }

    private static GroupWish read(Wish asked) {
        if (asked == null || asked.minutes() == null || asked.minutes() <= 0) {
            throw bad("minutes is a whole number of 1 or more.");
        }
        Set<String> devices = asked.deviceIds() == null ? Set.of() : asked.deviceIds();
        if ((asked.group() == null) == devices.isEmpty()) {
            throw bad("Either group or device_ids says what is to be hidden.");
        }
        if (devices.size() > MOST_DEVICES) {
            throw bad("device_ids has no more than " + MOST_DEVICES + " devices.");
        }
        if (devices.stream().anyMatch(Objects::isNull)) {
            throw bad("device_ids has the ids of devices.");
        }
        if (asked.asOf() != null && asked.asOf() < 0) {
            throw bad("as_of is when the incidents were read, in Unix seconds.");
        }
        return new GroupWish(
                Optional.ofNullable(asked.group()).map(SnoozesResource::cause),
                devices,
                asked.minutes(),
                Optional.ofNullable(asked.asOf()).map(SnoozesResource::moment));
    }

    private static Instant moment(long seconds) {
        // What is later than any time there is hides everything, as no time does.
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    private static Cause cause(String key) {
        return Cause.of(key).orElseThrow(() -> bad("group is the key of a group of incidents."));
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
