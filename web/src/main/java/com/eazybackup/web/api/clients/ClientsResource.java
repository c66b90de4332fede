package com.eazybackup.web.api.clients;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.Page;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.eazybackup.web.api.operations.PageParameters;
import com.eazybackup.whmcs.ClientFinder;
import com.eazybackup.whmcs.FoundClient;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code GET /api/admin/clients}: finds a client, for administrators. */
@Path("/admin/clients")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {

    private static final int LONGEST = 100;

    @Inject Door door;
    @Inject ClientFinder finder;

    /**
     * A client, as programs see it.
     *
     * @param status as WHMCS has it
     * @param usernames of its active services
     */
    record Client(
            int id,
            String name,
            String person,
            String email,
            String status,
            List<String> usernames) {

        static Client of(FoundClient found) {
            return new Client(
                    found.id().value(),
                    found.name(),
                    found.person(),
                    found.email(),
                    found.status(),
                    found.usernames());
        }
    }

    @GET
    public Page<Client> page(@QueryParam("q") String words, @BeanParam PageParameters parameters) {
        door.enter(Action.FIND_CLIENTS);
        if (words != null && words.length() > LONGEST) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "q has at most " + LONGEST + " characters.");
        }
        int page = parameters.page();
        int size = parameters.size();
        ClientFinder.Found found = finder.find(words == null ? "" : words, page, size);
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.clients().stream().map(Client::of).toList(), page, size, found.total());
    }
}
