package com.eazybackup.web.api.fleet;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.DeviceItems;
import com.eazybackup.fleet.DeviceList;
import com.eazybackup.fleet.DevicePage;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.JobsOfDay;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/devices}: the caller's devices, page by page; and of one of them the protected
 * items, and the backups of a day.
 */
@Path("/devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject DeviceList devices;
    @Inject DeviceItems items;
    @Inject JobsOfDay jobs;

    /**
     * @return {@code {items, page, size, total}}, and {@code sections} when groups stand together
     */
    @GET
    public DevicePage page(@BeanParam DeviceParameters parameters) {
        DevicePage page =
                devices.page(scopes.of(door.forClient(Action.SEE_DEVICES)), parameters.query());
        FleetUnreadableMapper.readable();
        return page;
    }

    /** Somebody else's device is as unknown as one that is not there. */
    @GET
    @Path("/{id}/items")
    public ItemsAnswer items(@PathParam("id") String id) {
        Optional<DeviceItems.Answer> answer =
                items.of(scopes.of(door.forClient(Action.SEE_ITEMS)), id);
        FleetUnreadableMapper.readable();
        return answer.map(ItemsAnswer::of).orElseThrow(() -> door.foreign(Action.SEE_ITEMS, id));
    }

    /** Somebody else's device is as unknown as one that is not there. */
    @GET
    @Path("/{id}/jobs")
    public DayJobsAnswer jobs(
            @PathParam("id") String id,
            @QueryParam("day") String day,
            @QueryParam("tz") String tz) {
        ClientScope scope = scopes.of(door.forClient(Action.SEE_DEVICE_JOBS));
        ZoneId zone = DeviceParameters.zone(tz);
        LocalDate wanted = day(day, zone);
        Optional<List<FleetJob>> ended = jobs.of(scope, id, wanted, zone);
        FleetUnreadableMapper.readable();
        return ended.map(found -> new DayJobsAnswer(wanted.toString(), found))
                .orElseThrow(() -> door.foreign(Action.SEE_DEVICE_JOBS, id));
    }

    private LocalDate day(String text, ZoneId zone) {
        if (text == null || text.isEmpty()) {
            return jobs.today(zone);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (jobs.reaches(day, zone)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // The sentence says how a day is written, too.
        }
        throw new ProblemException(
                ProblemCode.VALIDATION,
                "day is one of the last "
                        + JobsOfDay.DAYS
                        + " days, today included, written as "
                        + jobs.today(zone)
                        + ".");
    }
}
