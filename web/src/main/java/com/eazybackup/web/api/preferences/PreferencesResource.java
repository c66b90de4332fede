package com.eazybackup.web.api.preferences;

import com.eazybackup.access.Action;
import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.preferences.Look;
import com.eazybackup.preferences.LookName;
import com.eazybackup.preferences.LookWish;
import com.eazybackup.preferences.Looks;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/preferences/{name}}: how the caller likes a list, for the client acted for. */
@Path("/preferences/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreferencesResource {

    @Inject Door door;
    @Inject CurrentCaller current;
    @Inject Looks looks;

    /**
     * @return empty when nothing was chosen
     */
    @GET
    public Look look(@PathParam("name") String name) {
        door.forClient(Action.SEE_LOOK);
        Look look = looks.of(current.requireCaller(), named(Action.SEE_LOOK, name));
        DatabaseUnavailableMapper.answered();
        return look;
    }

    /** Keeps what the body names; the rest stays as it was. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(@PathParam("name") String name, JsonNode body) {
        Caller caller = door.forOwnLook(Action.KEEP_LOOK);
        LookName of = named(Action.KEEP_LOOK, name);
        LookWish wish =
                LookWish.of(body)
                        .orElseThrow(
                                () ->
                                        bad(
                                                "A look is an object of hidden (a list of columns),"
                                                        + " size (a number), density (a word), grouped"
                                                        + " (true or false) and closed (a list of"
                                                        + " groups)."));
        wish.flaw()
                .ifPresent(
                        sentence -> {
                            throw bad(sentence);
                        });
        looks.keep(caller, of, wish);
        DatabaseUnavailableMapper.answered();
        return Response.noContent().build();
    }

    private LookName named(Action action, String name) {
        return LookName.of(name).orElseThrow(() -> door.foreign(action, name));
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
