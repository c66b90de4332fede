package com.eazybackup.web.api.group;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.group.Assignment;
import com.eazybackup.group.DeviceGroup;
import com.eazybackup.group.DeviceGroups;
import com.eazybackup.group.GroupChange;
import com.eazybackup.group.GroupColor;
import com.eazybackup.group.GroupIcon;
import com.eazybackup.group.GroupId;
import com.eazybackup.group.GroupName;
import com.eazybackup.group.NewGroup;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code /api/device-groups}: the client's groups of devices, and what is in them. */
@Path("/device-groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {

    private static final String NO_GROUP = "none";

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject DeviceGroups groups;
    @Inject GroupAct act;

    record Wish(String name, String color, String icon) {}

    record Order(@JsonAlias({"ordered_ids", "orderedIds"}) List<Long> order) {}

    record One(GroupsAnswer.Group group) {}

    /** Devices that are in no group now. */
    record Moved(long moved) {}

    /** Devices that are where they were to be. */
    record Updated(int updated) {}

    /**
     * @param assignments {@code false} leaves out which device is where
     */
    @GET
    public GroupsAnswer list(@QueryParam("assignments") String assignments) {
        boolean wanted = yes(assignments);
        ClientScope scope = scope(Action.SEE_GROUPS);
        GroupsAnswer answer =
                GroupsAnswer.of(
                        wanted ? groups.listWithAssignments(scope) : groups.list(scope), wanted);
        FleetUnreadableMapper.readable();
        DatabaseUnavailableMapper.answered();
        return answer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Wish wish) {
        ClientScope scope = scope(Action.CREATE_GROUP);
        NewGroup group = read(there(wish));
        DeviceGroup made =
                act.run(
                        Action.CREATE_GROUP,
                        group.name().value(),
                        () -> Optional.of(groups.create(scope, group)),
                        done -> Long.toString(done.id()));
        return Response.status(Response.Status.CREATED).entity(one(made)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public One change(@PathParam("id") String id, ChangeBody body) {
        ClientScope scope = scope(Action.CHANGE_GROUP);
        GroupChange change = there(body).change();
        GroupId group = known(Action.CHANGE_GROUP, scope, id);
        return one(
                act.run(
                        Action.CHANGE_GROUP,
                        id,
                        () -> groups.change(scope, group, change),
                        DeviceGroup::name));
    }

    @DELETE
    @Path("/{id}")
    public Moved delete(@PathParam("id") String id) {
        ClientScope scope = scope(Action.DELETE_GROUP);
        GroupId group = known(Action.DELETE_GROUP, scope, id);
        return new Moved(
                act.run(
                        Action.DELETE_GROUP,
                        id,
                        () -> groups.delete(scope, group),
                        moved -> Long.toString(moved)));
    }

    @PUT
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(Order body) {
        ClientScope scope = scope(Action.ORDER_GROUPS);
        List<Long> order = there(body).order();
        if (order == null || order.stream().anyMatch(Objects::isNull)) {
            throw bad("order is the list of the ids of all groups.");
        }
        act.run(
                Action.ORDER_GROUPS,
                order.size() + " groups",
                () -> Optional.of(groups.order(scope, order)),
                done -> "ok");
        return Response.noContent().build();
    }

    @PUT
    @Path("/assignments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Updated assign(AssignBody body) {
        ClientScope scope = scope(Action.ASSIGN_DEVICES);
        Optional<String> named = there(body).group().map(id -> Long.toString(id));
        Optional<GroupId> group = named.flatMap(GroupId::of);
        Assignment wish = Assignment.of(body.devices(), group);
        String target = named.orElse(NO_GROUP);
        if (named.isPresent() != group.isPresent() || !groups.concerns(scope, wish)) {
            throw door.foreign(Action.ASSIGN_DEVICES, target);
        }
        return new Updated(
                act.run(
                        Action.ASSIGN_DEVICES,
                        target,
                        () -> groups.assign(scope, wish),
                        devices -> devices + " devices"));
    }

    private ClientScope scope(Action action) {
        return scopes.of(door.forClient(action));
    }

    /** Somebody else's group is as unknown as one that is not there. */
    private GroupId known(Action action, ClientScope scope, String id) {
        return GroupId.of(id)
                .filter(group -> groups.has(scope, group))
                .orElseThrow(() -> door.foreign(action, id));
    }

    private static NewGroup read(Wish wish) {
        return new NewGroup(
                new GroupName(wish.name()),
                Optional.ofNullable(wish.color()).map(GroupColor::named),
                Optional.ofNullable(wish.icon()).map(GroupIcon::named));
    }

    private static boolean yes(String assignments) {
        if (assignments != null && !assignments.equals("true") && !assignments.equals("false")) {
            throw bad("assignments is true or false.");
        }
        return !"false".equals(assignments);
    }

    private static <T> T there(T body) {
        if (body == null) {
            throw bad("The body is not the JSON object that is expected.");
        }
        return body;
    }

    private static One one(DeviceGroup group) {
        return new One(GroupsAnswer.Group.of(group));
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
