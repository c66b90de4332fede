package com.eazybackup.web.api.find;

import com.eazybackup.access.Action;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.accounts.UserList;
import com.eazybackup.accounts.VaultList;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.DeviceList;
import com.eazybackup.fleet.FleetTroubles;
import com.eazybackup.fleet.SearchedWords;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.accounts.VaultTypes;
import com.eazybackup.web.api.fleet.DeviceParameters;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code /api/find}: devices, users, vaults and incidents for some words, the few nearest of each.
 * The lists of each kind find the same for the same words.
 *
 * <p>Cost: devices from memory, users and vaults with one query each of what they are called;
 * incidents from memory, with up to two queries for names of items and vaults that nobody has asked
 * for in the last minute.
 */
@Path("/find")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FindResource {

    /** So many of each kind are told. */
    private static final int MOST = 5;

    @Inject Door door;
    @Inject CurrentCaller current;
    @Inject ClientScopes scopes;
    @Inject DeviceList devices;
    @Inject UserList users;
    @Inject VaultList vaults;
    @Inject FleetTroubles troubles;
    @Inject VaultTypes types;

    @GET
    public FindAnswer find(@QueryParam("q") String text) {
        ClientScope scope = scopes.of(door.forClient(Action.FIND));
        String words = words(text);
        boolean emails = !current.requireCaller().program();
        FindAnswer answer =
                new FindAnswer(
                        devices.find(scope, words, MOST),
                        users.find(scope, words, emails, MOST),
                        vaults.find(scope, words, types.named(), MOST),
                        FindAnswer.incidents(troubles.open(scope, words), MOST));
        FleetUnreadableMapper.readable();
        return answer;
    }

    private static String words(String text) {
        String words = DeviceParameters.text(text);
        if (SearchedWords.of(words).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "q is what is looked for: a word or more.");
        }
        return words;
    }
}
