package com.eazybackup.web.api.operations;

import com.eazybackup.fleet.Page;
import com.eazybackup.operations.AlertDesk;
import com.eazybackup.operations.OperatorAlert;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/admin/operations/alerts}: those that are over, and taking one away. */
@Path("/admin/operations/alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlertsResource {

    @Inject AlertDesk alerts;

    @GET
    public Page<AlertAnswer> over(@BeanParam PageParameters parameters) {
        Page<OperatorAlert> found = alerts.over(parameters.page(), parameters.size());
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.items().stream().map(AlertAnswer::of).toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @POST
    @Path("/{id}/dismiss")
    public Response dismiss(@PathParam("id") long id) {
        alerts.dismiss(id);
        return Response.noContent().build();
    }
}
