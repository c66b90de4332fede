package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.NothingDone;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one door: whatever is shown or done for somebody, by a page or by the API, passes here.
 *
 * <p>Guarantee: nothing without the permission that its {@link Action} declares, and who was
 * refused is in the audit trail (of a flood of refusals one line a minute). An act is there before
 * it is tried, as {@code asked}, and again with what came of it; one that cannot be written down is
 * not tried. Looking leaves no line, except an administrator's look at a client's portal, which
 * leaves one when it begins and one when it ends.
 *
 * <p>Limit: works in a request's own thread, as {@link CurrentCaller} does. Whether a thing belongs
 * to the client is the feature's to ask, with the client that {@link #forClient(Action)} gives;
 * when it does not, {@link #foreign} says so.
 */
@RequestScoped
public class Door {

    private static final String ASKED = "asked";
    private static final String REFUSED = "refused";
    private static final String NOT_FOUND = "not-found";

    private CurrentCaller current;
    private AuditTrail audit;
    private Refusals refusals;
    private HttpServletRequest request;

    Door() {}

    @Inject
    Door(CurrentCaller current, AuditTrail audit, Refusals refusals, HttpServletRequest request) {
        this.current = current;
        this.audit = audit;
        this.refusals = refusals;
        this.request = request;
    }

    /** Something that is done for somebody. */
    @FunctionalInterface
    public interface Act<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Lets somebody look.
     *
     * @return who it is
     * @throws AccessRefused when nobody is signed in, or somebody who may not
     */
    public Caller enter(Action action) {
        return admit(action, "");
    }

    /**
     * Lets somebody look at what is the client's.
     *
     * @return the client whose data this request may see; every read is made with it
     * @throws AccessRefused when nobody is signed in, somebody who may not, no client is chosen, or
     *     the request expects another one
     */
    public ClientId forClient(Action action) {
        ClientId client = current.requireClient();
        admit(action, "");
        return client;
    }

    /**
     * The same for a link, which sends no header.
     *
     * @param expected the client that the page with the link was made for
     * @throws AccessRefused as {@link #forClient(Action)} does
     */
    public ClientId forClient(Action action, Optional<String> expected) {
        ClientId client = current.requireClient(expected);
        admit(action, "");
        return client;
    }

    /**
     * Lets somebody keep how they like to see what is the client's. It is their own and nobody
     * else's, so it leaves no line; a program has no eyes, and who looks as support changes
     * nothing.
     *
     * @return who it is, with a client
     * @throws AccessRefused as {@link #forClient(Action)} does, and to those two
     */
    public Caller forOwnLook(Action action) {
        current.requireClient();
        Caller caller = admit(action, "");
        if (caller.program() || caller.viewing()) {
            refuse(caller, action, "");
            throw new AccessRefused(
                    caller.program()
                            ? AccessRefused.Reason.NOT_IN_SCOPE
                            : AccessRefused.Reason.VIEWING);
        }
        return caller;
    }

    /**
     * Does something.
     *
     * @param target what it is done to
     * @param result what came of it, in a word for the trail
     * @return what the act returns
     * @throws AccessRefused when nobody is signed in, or somebody who may not
     * @throws NothingDone when it is not tried, because it could not be written down
     */
    public <T, E extends Exception> T act(
            Action action, String target, Act<T, E> act, Function<T, String> result) throws E {
        Caller caller = admit(action, target);
        if (caller.viewing() && clients(action)) { // whatever a reader may do: a look is a look
            refuse(caller, action, target);
            throw new AccessRefused(AccessRefused.Reason.VIEWING);
        }
        ask(caller, action, target);
        T outcome = act.run();
        write(caller, action, target, result.apply(outcome));
        return outcome;
    }

    /**
     * Somebody asked for what is not theirs, or is not there at all: the answer does not tell
     * which. That is in the audit trail (of a flood one line a minute).
     *
     * @param target the id that was asked for
     * @return what to throw
     * @throws AccessRefused itself when the caller may not do this with anything
     */
    public AccessRefused foreign(Action action, String target) {
        Caller caller = admit(action, target);
        if (refusals.news(caller, action)) {
            write(caller, action, target, NOT_FOUND);
        }
        return new AccessRefused(AccessRefused.Reason.NOT_FOUND);
    }

    /**
     * Somebody was refused before this door was reached: by the container, at a page.
     *
     * @param target what they asked for
     */
    public void refused(Action action, String target) {
        current.caller().ifPresent(caller -> refuse(caller, action, target));
    }

    private Caller admit(Action action, String target) {
        Caller caller = current.requireCaller();
        if (!caller.may(action.permission())) {
            refuse(caller, action, target);
            throw new AccessRefused(why(caller, action));
        }
        return caller;
    }

    private static boolean clients(Action action) {
        return action.permission().of() == Permission.Of.CLIENT;
    }

    private static AccessRefused.Reason why(Caller caller, Action action) {
        if (caller.program()) {
            return AccessRefused.Reason.NOT_IN_SCOPE;
        }
        if (caller.limited() && caller.with(caller.pass().unlimited()).may(action.permission())) {
            return AccessRefused.Reason.FIRST_THINGS_FIRST;
        }
        if (caller.viewing() && clients(action)) {
            return AccessRefused.Reason.VIEWING;
        }
        boolean portals = action.permission().of() == Permission.Of.PORTAL;
        return portals && caller.role() != Role.ADMIN
                ? AccessRefused.Reason.NO_ADMIN
                : AccessRefused.Reason.NOT_ALLOWED;
    }

    private void refuse(Caller caller, Action action, String target) {
        if (refusals.news(caller, action)) {
            write(caller, action, target, REFUSED);
        }
    }

    private void ask(Caller caller, Action action, String target) {
        try {
            write(caller, action, target, ASKED);
        } catch (DatabaseUnavailable e) {
            throw new NothingDone(action.code() + " is not begun", e);
        }
    }

    private void write(Caller caller, Action action, String target, String result) {
        AuditEntry entry =
                AuditEntry.of(
                        caller,
                        action.code(),
                        target,
                        result,
                        Optional.empty(),
                        CallerAddress.of(request));
        // What an administrator does with the portal is not about the client looked at meanwhile.
        boolean portals = caller.role() == Role.ADMIN && !clients(action);
        audit.record(portals ? entry.withClient(Optional.empty()) : entry);
    }
}
