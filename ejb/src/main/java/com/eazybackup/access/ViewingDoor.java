package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ClientDirectory;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Lets an administrator see a client's portal as the client sees it, with a reader's rights and for
 * a limited time.
 *
 * <p>Guarantee: the client reads in its own activity that somebody looked, who and why. Nothing of
 * the client's can be changed meanwhile ({@link Door#act}).
 */
@ApplicationScoped
public class ViewingDoor {

    /** In characters. */
    public static final int LONGEST_REASON = 200;

    private Door door;
    private CurrentCaller current;
    private Viewings viewings;
    private ClientDirectory clients;

    ViewingDoor() {}

    @Inject
    ViewingDoor(Door door, CurrentCaller current, Viewings viewings, ClientDirectory clients) {
        this.door = door;
        this.current = current;
        this.viewings = viewings;
        this.clients = clients;
    }

    /**
     * Begins to look, in place of whomever was looked at before.
     *
     * @param client the number as it was given
     * @param reason which the client can read; not blank, at most {@link #LONGEST_REASON}
     * @throws AccessRefused when the caller may not, or there is no such client
     * @throws DatabaseUnavailable when it cannot be written down; nothing has begun then
     */
    public Caller viewAs(HttpServletRequest request, int client, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason of 1 to " + LONGEST_REASON);
        }
        Caller admin = door.enter(Action.VIEW_AS);
        ClientSummary found =
                summary(client)
                        .orElseThrow(() -> door.foreign(Action.VIEW_AS, Integer.toString(client)));
        if (admin.viewing()) {
            admin = viewings.end(request, admin, "ok");
        }
        return viewings.begin(request, admin, found, reason.strip());
    }

    private Optional<ClientSummary> summary(int number) {
        if (number <= 0) {
            return Optional.empty();
        }
        ClientId client = new ClientId(number);
        return Optional.ofNullable(clients.names(Set.of(client)).get(client))
                .map(name -> new ClientSummary(client, name, Duty.READ_ONLY));
    }

    /**
     * Ends the look; nothing happens when there is none.
     *
     * @throws AccessRefused when the caller may not look at clients
     * @throws DatabaseUnavailable when it cannot be written down; it has ended all the same
     */
    public void stop(HttpServletRequest request) {
        door.enter(Action.STOP_VIEWING);
        current.caller()
                .filter(Caller::viewing)
                .ifPresent(viewer -> viewings.end(request, viewer, "ok"));
    }
}
