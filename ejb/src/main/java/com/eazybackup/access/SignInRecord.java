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
        stranger(account, "refused", Optional.empty(), address);
    }

    void secondFactor(String account, CallerAddress address) {
        stranger(account, "second-factor", Optional.empty(), address);
    }

    void unreachable(String account, CallerAddress address, Reference reference) {
        stranger(account, "unreachable", Optional.of(reference), address);
    }

    void throttled(String account, CallerAddress address, Duration wait) {
        LOG.log(
                Level.WARNING,
                "Sign-in as {0} from {1} has to wait {2} s",
                SafeText.of(account, LONGEST_ACCOUNT),
                SafeText.of(address.text(), LONGEST_ACCOUNT),
                wait.toSeconds());
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
        if (reference.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "Sign-in as {0} from {1}: {2}",
                    SafeText.of(account, LONGEST_ACCOUNT),
                    SafeText.of(address.text(), LONGEST_ACCOUNT),
                    result);
        }
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
}
