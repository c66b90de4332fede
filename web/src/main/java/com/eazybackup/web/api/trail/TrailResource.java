package com.eazybackup.web.api.trail;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.AuditReader;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.access.TrailFilter;
import com.eazybackup.platform.CsvText;
import com.eazybackup.web.Brand;
import com.eazybackup.web.TrailWords;
import com.eazybackup.web.Viewer;
import com.eazybackup.web.api.ExportName;
import com.eazybackup.web.api.ExportPlaces;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;

/**
 * {@code /api/trail}: what was done for the caller's client, by its own people and by support.
 * There is no parameter that names a client.
 */
@Path("/trail")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrailResource {

    @Inject Door door;
    @Inject CurrentCaller current;
    @Inject AuditReader trail;
    @Inject Viewer viewer;
    @Inject Brand brand;
    @Inject ExportPlaces places;
    @Inject Clock clock;

    @GET
    public TrailAnswer page(@BeanParam TrailParameters parameters) {
        ClientId client = door.forClient(Action.SEE_ACTIVITY);
        int size = parameters.size();
        TrailAnswer answer =
                TrailAnswer.of(
                        trail.ofClient(client, parameters.filter(), parameters.after(), size),
                        size);
        DatabaseUnavailableMapper.answered();
        return answer;
    }

    /**
     * @throws AccessRefused before the first line; an export is in the trail that it shows
     */
    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    public Response export(@BeanParam TrailParameters parameters) {
        ClientId client = door.forClient(Action.EXPORT_ACTIVITY);
        TrailFilter filter = parameters.filter();
        TrailWords words = new TrailWords(viewer.getLocale());
        TrailExport export =
                new TrailExport(words, parameters.zone(), words.support(brand.getName()));
        String pass = current.requireCaller().pass().key();
        places.ask(pass);
        StreamingOutput lines =
                out ->
                        places.write(
                                pass,
                                () ->
                                        door.act(
                                                Action.EXPORT_ACTIVITY,
                                                parameters.inWords(),
                                                () ->
                                                        export.write(
                                                                (place, size) ->
                                                                        trail.ofClient(
                                                                                client, filter,
                                                                                place, size),
                                                                out),
                                                word -> word));
        String name =
                ExportName.of(
                        "activity",
                        current.requireCaller().chosen().map(ClientSummary::name).orElseThrow(),
                        LocalDate.now(clock.withZone(parameters.zone())));
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
