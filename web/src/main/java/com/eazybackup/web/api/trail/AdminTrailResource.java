package com.eazybackup.web.api.trail;

import com.eazybackup.access.Action;
import com.eazybackup.access.AuditReader;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.access.TrailFilter;
import com.eazybackup.access.TrailLine;
import com.eazybackup.access.TrailPage;
import com.eazybackup.platform.CsvText;
import com.eazybackup.web.TrailWords;
import com.eazybackup.web.Viewer;
import com.eazybackup.web.api.ExportName;
import com.eazybackup.web.api.ExportPlaces;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.eazybackup.whmcs.ClientDirectory;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /api/admin/trail}: what anybody has done, for administrators. */
@Path("/admin/trail")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminTrailResource {

    @Inject Door door;
    @Inject CurrentCaller current;
    @Inject AuditReader trail;
    @Inject ClientDirectory clients;
    @Inject Viewer viewer;
    @Inject ExportPlaces places;
    @Inject Clock clock;

    @GET
    public TrailAnswer page(@BeanParam TrailParameters parameters) {
        door.enter(Action.SEE_TRAIL);
        int size = parameters.size();
        TrailPage page =
                trail.everywhere(
                        parameters.client(), parameters.filter(), parameters.after(), size);
        TrailAnswer answer = TrailAnswer.of(page, size, names(page));
        DatabaseUnavailableMapper.answered();
        return answer;
    }

    /** A client that WHMCS no longer has is called by its number. */
    private Map<ClientId, String> names(TrailPage page) {
        Set<ClientId> about =
                page.lines().stream()
                        .map(TrailLine::client)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        Map<ClientId, String> names = new HashMap<>();
        about.forEach(client -> names.put(client, "#" + client));
        names.putAll(clients.names(about));
        return names;
    }

    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    public Response export(@BeanParam TrailParameters parameters) {
        door.enter(Action.EXPORT_TRAIL);
        TrailFilter filter = parameters.filter();
        Optional<ClientId> client = parameters.client();
        TrailExport export =
                new TrailExport(new TrailWords(viewer.getLocale()), parameters.zone(), "");
        String pass = current.requireCaller().pass().key();
        places.ask(pass);
        StreamingOutput lines =
                out ->
                        places.write(
                                pass,
                                () ->
                                        door.act(
                                                Action.EXPORT_TRAIL,
                                                parameters.inWords(),
                                                () ->
                                                        export.write(
                                                                (place, size) ->
                                                                        trail.everywhere(
                                                                                client, filter,
                                                                                place, size),
                                                                out),
                                                word -> word));
        String name =
                ExportName.of(
                        "trail",
                        client.map(one -> "client-" + one).orElse(""),
                        LocalDate.now(clock.withZone(parameters.zone())));
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
