package com.eazybackup.web.api.fleet;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.DeviceItems;
import com.eazybackup.fleet.DeviceList;
import com.eazybackup.fleet.DeviceRow;
import com.eazybackup.fleet.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * {@code GET /api/devices}: the caller's devices, page by page; and the protected items of one of
 * them.
 */
@Path("/devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject DeviceList devices;
    @Inject DeviceItems items;

    /**
     * @return {@code {items, page, size, total}}
     */
    @GET
    public Page<DeviceRow> page(@BeanParam DeviceParameters parameters) {
        Page<DeviceRow> page =
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
}
