package com.eazybackup.web.api.dashboard;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.DeviceFilter;
import com.eazybackup.fleet.FleetStandings;
import com.eazybackup.usage.UsageMetrics;
import com.eazybackup.web.api.fleet.DeviceParameters;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import com.eazybackup.web.api.fleet.GroupParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What the first page shows above the device list: its cards, and how the devices stand. */
@Path("/dashboard")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DashboardResource {

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject UsageMetrics metrics;
    @Inject FleetStandings standings;

    @GET
    @Path("/usage-metrics")
    public UsageAnswer usage() {
        UsageAnswer answer =
                UsageAnswer.of(metrics.of(scopes.of(door.forClient(Action.SEE_USAGE))));
        FleetUnreadableMapper.readable();
        return answer;
    }

    /** Of the devices that the list shows for the same words and groups. */
    @GET
    @Path("/standing")
    public StandingAnswer standing(
            @QueryParam("q") String text,
            @QueryParam("online") String online,
            @QueryParam("group") String group) {
        ClientScope scope = scopes.of(door.forClient(Action.SEE_STANDING));
        StandingAnswer answer =
                StandingAnswer.of(
                        standings.of(
                                scope,
                                DeviceFilter.of(
                                                DeviceParameters.text(text),
                                                DeviceParameters.yesOrNo("online", online))
                                        .in(GroupParameter.choice(group))));
        FleetUnreadableMapper.readable();
        return answer;
    }
}
