package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's own sessions: where they are signed in, and how that ends.
 *
 * <p>Every method throws {@link AccessRefused} for who may not, and {@link DatabaseUnavailable}.
 */
@ApplicationScoped
public class SessionDesk {

    private Door door;
    private Sessions sessions;

    SessionDesk() {}

    @Inject
    SessionDesk(Door door, Sessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    /**
     * @param session the caller's own among them
     */
    public record Listed(OpenSession session, boolean current) {}

    /**
     * @return the caller's open ones, the last seen first
     */
    public List<Listed> list() {
        Caller caller = door.enter(Action.SEE_SESSIONS);
        return sessions.of(caller.person()).stream()
                .map(one -> new Listed(one, one.id().equals(caller.pass().id())))
                .toList();
    }

    /**
     * Ends one of them, on all nodes, and what it holds open.
     *
     * @throws AccessRefused also when it is none of the caller's, or over
     */
    public void end(String id) {
        Caller caller = door.enter(Action.END_SESSION);
        boolean done =
                door.act(
                        Action.END_SESSION,
                        id,
                        () -> sessions.end(caller.person(), id, SessionEnd.BY_OWNER),
                        found -> found ? "ok" : "not-found");
        if (!done) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
    }

    /**
     * Ends all but the one that asks.
     *
     * @return how many that were
     */
    public int endOthers() {
        Caller caller = door.enter(Action.END_OTHER_SESSIONS);
        return door.act(
                Action.END_OTHER_SESSIONS,
                "",
                () ->
                        sessions.endAll(
                                caller.role(),
                                caller.userId(),
                                Optional.of(caller.pass().id()),
                                SessionEnd.BY_OWNER),
                count -> "ok " + count);
    }
}
