package com.eazybackup.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one door to what the portal's own people alone may see and do.
 *
 * <p>Guarantee: nothing is shown or done without an administrator's session, and who was refused is
 * in the audit trail. An act is there before it is tried, as {@code asked}, and again with what
 * came of it; one that cannot be written down is not tried.
 *
 * <p>Limit: works in a request's own thread, as {@link CurrentCaller} does.
 */
@RequestScoped
public class AdminDoor {

    private static final String ASKED = "asked";
    private static final String REFUSED = "refused";

    private CurrentCaller current;
    private AuditTrail audit;
    private HttpServletRequest request;

    AdminDoor() {}

    @Inject
    AdminDoor(CurrentCaller current, AuditTrail audit, HttpServletRequest request) {
        this.current = current;
        this.audit = audit;
        this.request = request;
    }

    /** Something that is done for an administrator. */
    @FunctionalInterface
    public interface Act<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Lets an administrator look at something. Looking leaves no line.
     *
     * @param what such as {@code intake.status}
     * @throws AccessRefused when nobody is signed in, or somebody who is no administrator
     */
    public void enter(String what) {
        admin(what, "");
    }

    /**
     * Does something for an administrator.
     *
     * @param action such as {@code intake.catch-up}
     * @param target what it is done to
     * @param result what came of it, in a word for the trail
     * @return what the act returns
     * @throws AccessRefused when nobody is signed in, or somebody who is no administrator
     */
    public <T, E extends Exception> T act(
            String action, String target, Act<T, E> act, Function<T, String> result) throws E {
        Caller admin = admin(action, target);
        write(admin, action, target, ASKED);
        T outcome = act.run();
        write(admin, action, target, result.apply(outcome));
        return outcome;
    }

    private Caller admin(String action, String target) {
        Caller caller = current.requireCaller();
        if (caller.role() != Role.ADMIN) {
            write(caller, action, target, REFUSED);
            throw new AccessRefused(AccessRefused.Reason.NO_ADMIN);
        }
        return caller;
    }

    private void write(Caller caller, String action, String target, String result) {
        audit.record(
                new AuditEntry(
                        caller.email(),
                        caller.role().code(),
                        caller.chosen().map(ClientSummary::id),
                        action,
                        target,
                        result,
                        Optional.empty(),
                        CallerAddress.of(request).text()));
    }
}
