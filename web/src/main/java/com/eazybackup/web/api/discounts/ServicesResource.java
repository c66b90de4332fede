package com.eazybackup.web.api.discounts;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.discount.DiscountOverview;
import com.eazybackup.discount.DiscountedService;
import com.eazybackup.discount.ServiceQuery;
import com.eazybackup.platform.CsvText;
import com.eazybackup.web.api.ListExport;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.eazybackup.whmcs.BilledService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /api/admin/services}: services with discounts, page by page or as a file. */
@Path("/admin/services")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {

    private static final List<String> COLUMNS =
            List.of(
                    "service",
                    "client_id",
                    "client",
                    "account",
                    "product",
                    "status",
                    "cycle",
                    "currency",
                    "amount",
                    "computed",
                    "difference",
                    "discounts",
                    "saving",
                    "option_gone",
                    "list_changed",
                    "below_cost",
                    "unbilled");

    @Inject Door door;
    @Inject DiscountOverview overview;
    @Inject ListExport export;

    @GET
    public ServicesAnswer page(@BeanParam ServiceParameters parameters) {
        door.enter(Action.FIND_SERVICES);
        ServicesAnswer answer = ServicesAnswer.of(overview.page(parameters.query()));
        DatabaseUnavailableMapper.answered();
        return answer;
    }

    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    public Response export(@BeanParam ServiceParameters parameters) {
        door.enter(Action.EXPORT_SERVICES);
        ServiceQuery query = parameters.query();
        return export.ofAll(
                Action.EXPORT_SERVICES,
                "services",
                parameters.inWords(),
                () -> {
                    List<DiscountedService> all = overview.all(query);
                    DatabaseUnavailableMapper.answered();
                    return all;
                },
                COLUMNS,
                ServicesResource::cells);
    }

    private static Object[] cells(DiscountedService found) {
        BilledService service = found.service();
        return new Object[] {
            service.id().value(),
            service.client().value(),
            service.clientName(),
            service.username(),
            service.productName(),
            service.status(),
            service.cycle(),
            service.currency().code(),
            service.amount(),
            found.computed().amount(),
            found.difference(),
            found.discounts(),
            found.computed().saving(),
            found.gone(),
            found.listChanged(),
            found.belowCost(),
            found.unbilled().stream()
                    .map(
                            option ->
                                    option.name()
                                            + " +"
                                            + Shown.number(option.used().orElseThrow().unbilled()))
                    .collect(Collectors.joining(", "))
        };
    }
}
