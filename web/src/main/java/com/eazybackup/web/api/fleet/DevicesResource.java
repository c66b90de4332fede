package com.eazybackup.web.api.fleet;

import com.eazybackup.access.CurrentCaller;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.DeviceList;
import com.eazybackup.fleet.DeviceRow;
import com.eazybackup.fleet.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /api/devices}: the caller's devices, page by page. */
@Path("/devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {

    @Inject CurrentCaller caller;
    @Inject ClientScopes scopes;
    @Inject DeviceList devices;

    /**
     * @return {@code {items, page, size, total}}
     */
    @GET
    public Page<DeviceRow> page(@BeanParam DeviceParameters parameters) {
        Page<DeviceRow> page = devices.page(scopes.of(caller.requireClient()), parameters.query());
        FleetUnreadableMapper.readable();
        return page;
    }
}
