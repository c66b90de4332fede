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
    private static final String SIGN_IN = "sign-in";
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_ACCOUNT = 254;

    private AuditTrail audit;

    SignInRecord() {}

    @Inject
    SignInRecord(AuditTrail audit) {
        this.audit = audit;
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

    void unreachable(String account, CallerAddress address, Reference reference) {
        stranger(account, "unreachable", Optional.of(reference), address);
    }

    void throttled(String account, CallerAddress address, Duration wait) {
        log(account, address, "has to wait " + wait.toSeconds() + " s");
        stranger(account, "throttled", Optional.empty(), address);
    }

    void clientChosen(Caller caller, ClientId client, boolean allowed, CallerAddress address) {
        audit.record(
                entry(
                        caller,
                        Optional.of(client),
                        "choose-client",
                        allowed ? "ok" : "refused",
                        address));
    }

    void signedOut(Caller caller, CallerAddress address) {
        audit.record(
                entry(caller, caller.chosen().map(ClientSummary::id), "sign-out", "ok", address));
    }

    private static AuditEntry entry(
            Caller caller,
            Optional<ClientId> client,
            String action,
            String result,
            CallerAddress address) {
        return new AuditEntry(
                caller.email(),
                caller.role().code(),
                client,
                action,
                "",
                result,
                Optional.empty(),
                address.text());
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
                        address.text()));
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
