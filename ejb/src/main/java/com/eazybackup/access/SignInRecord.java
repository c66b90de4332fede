package com.eazybackup.access;

import com.eazybackup.platform.Reference;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** What happens at the door, written to the audit trail and, where it went wrong, to the log. */
@ApplicationScoped
class SignInRecord {

    private static final Logger LOG = System.getLogger(SignInRecord.class.getName());

    /** Stands for whoever came from the identity provider and is not known yet. */
    static final String PROVIDER = "(provider)";

    private static final String SIGN_IN = "sign-in";
    private static final String CHOOSE = Action.CHOOSE_CLIENT.code();
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_ACCOUNT = 254;

    private AuditTrail audit;
    private Refusals refusals;

    SignInRecord() {}

    @Inject
    SignInRecord(AuditTrail audit, Refusals refusals) {
        this.audit = audit;
        this.refusals = refusals;
    }

    void welcome(Caller caller, CallerAddress address) {
        audit.record(entry(caller, caller.chosen().map(ClientSummary::id), SIGN_IN, "ok", address));
    }

    void refused(String account, CallerAddress address) {
        log(account, address, "was refused");
        stranger(account, "refused", Optional.empty(), address);
    }

    void secondFactor(String account, CallerAddress address) {
        log(account, address, "was refused: it needs a second factor");
        stranger(account, "second-factor", Optional.empty(), address);
    }

    void codeWanted(String account, CallerAddress address) {
        stranger(account, "code-wanted", Optional.empty(), address);
    }

    void wrongCode(String account, CallerAddress address) {
        log(account, address, "was refused: the code is not right");
        stranger(account, "code-refused", Optional.empty(), address);
    }

    void unreachable(String account, CallerAddress address, Reference reference) {
        stranger(account, "unreachable", Optional.of(reference), address);
    }

    void throttled(String account, CallerAddress address, Duration wait) {
        log(account, address, "has to wait " + wait.toSeconds() + " s");
        stranger(account, "throttled", Optional.empty(), address);
    }

    void unbelievable(CallerAddress address, Reference reference) {
        stranger(PROVIDER, "unbelievable", Optional.of(reference), address);
    }

    void turnedAway(String why, CallerAddress address) {
        stranger(PROVIDER, why, Optional.empty(), address);
    }

    /**
     * @param subject the provider's name for the person
     */
    void endedByProvider(String subject, int sessions, CallerAddress address) {
        audit.record(
                new AuditEntry(
                        PROVIDER,
                        UNKNOWN,
                        Optional.empty(),
                        "sign-out",
                        subject,
                        "ended " + sessions,
                        Optional.empty(),
                        address.text(),
                        ""));
    }

    void clientChosen(Caller caller, ClientId client, CallerAddress address) {
        audit.record(entry(caller, Optional.of(client), CHOOSE, "ok", address));
    }

    /**
     * The line is the caller's own client's, if anybody's: whom it was tried on must not learn who
     * that was.
     *
     * @param target what was given for a client's number
     */
    void foreignChosen(Caller caller, String target, CallerAddress address) {
        if (refusals.news(caller, Action.CHOOSE_CLIENT)) {
            audit.record(
                    AuditEntry.of(caller, CHOOSE, target, "not-found", Optional.empty(), address)
                            .withClient(ownClient(caller)));
        }
    }

    /** A look at a client's portal ends with the session. */
    void signedOut(Caller caller, CallerAddress address) {
        left(caller, address);
        audit.record(entry(caller, ownClient(caller), "sign-out", "ok", address));
    }

    /** Whatever the session was in the midst of. */
    void left(Caller caller, CallerAddress address) {
        if (caller.viewing()) {
            String action = Action.STOP_VIEWING.code();
            audit.record(
                    AuditEntry.of(caller, action, "", "signed-out", Optional.empty(), address));
        }
    }

    private static Optional<ClientId> ownClient(Caller caller) {
        return caller.viewing() ? Optional.empty() : caller.chosen().map(ClientSummary::id);
    }

    private static AuditEntry entry(
            Caller caller,
            Optional<ClientId> client,
            String action,
            String result,
            CallerAddress address) {
        return AuditEntry.of(caller, action, "", result, Optional.empty(), address)
                .withClient(client);
    }

    private void stranger(
            String account, String result, Optional<Reference> reference, CallerAddress address) {
        audit.record(
                new AuditEntry(
                        account,
                        UNKNOWN,
                        Optional.empty(),
                        SIGN_IN,
                        "",
                        result,
                        reference,
                        address.text(),
                        ""));
    }

    private static void log(String account, CallerAddress address, String what) {
        LOG.log(
                Level.INFO,
                "Sign-in as {0} from {1} {2}",
                SafeText.of(account, LONGEST_ACCOUNT),
                SafeText.of(address.text(), LONGEST_ACCOUNT),
                what);
    }
}
