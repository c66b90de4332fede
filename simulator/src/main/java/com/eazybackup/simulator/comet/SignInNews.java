package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells the stream who signed in, who could not, and which sessions begin and end. A request of a
 * session is no news. What the sessions' events carry is not public: here they carry nothing.
 */
final class SignInNews {

    private final Fleet fleet;
    private final Switches switches;
    private final Consumer<FleetEvent> stream;

    SignInNews(Fleet fleet, Switches switches, Consumer<FleetEvent> stream) {
        this.fleet = fleet;
        this.switches = switches;
        this.stream = stream;
    }

    /**
     * @param check decides
     * @throws CallRefused what the check throws
     */
    void admin(Proof proof, String path, Consumer<Proof> check) {
        tellWhile(
                proof,
                path,
                check,
                EventKind.ACCOUNT_ADMIN_LOGIN,
                EventKind.ACCOUNT_ADMIN_LOGIN_FAILED);
    }

    /** {@link #admin} of an account; somebody who does not exist is not told of. */
    void user(Proof proof, String path, Consumer<Proof> check) {
        if (fleet.hash(proof.username()).isEmpty()) {
            check.accept(proof);
        } else {
            tellWhile(proof, path, check, EventKind.ACCOUNT_LOGIN, EventKind.ACCOUNT_LOGIN_FAILED);
        }
    }

    void sessionBegins(String username, boolean admin) {
        tell(
                admin ? EventKind.ACCOUNT_ADMIN_SESSION_START : EventKind.ACCOUNT_SESSION_START,
                username,
                "");
    }

    void sessionEnds(String username, boolean admin) {
        tell(
                admin ? EventKind.ACCOUNT_ADMIN_SESSION_REVOKE : EventKind.ACCOUNT_SESSION_REVOKE,
                username,
                "");
    }

    private void tellWhile(
            Proof proof, String path, Consumer<Proof> check, EventKind well, EventKind badly) {
        try {
            check.accept(proof);
        } catch (CallRefused e) {
            if (!proof.bySession()) {
                tell(badly, proof.username(), path);
            }
            throw e;
        }
        if (!proof.bySession()) {
            tell(well, proof.username(), path);
        }
    }

    private void tell(EventKind kind, String actor, String resource) {
        if (switches.streamsAdminLogins) {
            stream.accept(new FleetEvent(kind, actor, resource, fleet.now(), Optional.empty()));
        }
    }
}
