package com.eazybackup.web.api.account;

import com.eazybackup.access.OwnAccount;
import com.eazybackup.access.OwnSecurity;
import com.eazybackup.access.SecurityOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** {@code /api/account/second-factor}: an administrator's own. */
@Path("/account/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

    @Inject OwnSecurity security;

    /** Body of whatever asks again who one is; {@code code} is for those who have a factor. */
    record Proof(String password, String code) {

        String codeOrNone() {
            return code == null ? "" : code;
        }

        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** Body of a confirmation. */
    record Code(String code) {

        @Override
        public String toString() {
            return "Code";
        }
    }

    /**
     * How it stands.
     *
     * @param first what has to be done before anything else; null when there is nothing
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Standing(
            boolean on, boolean required, boolean possible, int recoveryLeft, String first) {

        static Standing of(OwnAccount account) {
            return new Standing(
                    account.factor(),
                    account.factorRequired(),
                    account.factorPossible(),
                    account.recoveryLeft(),
                    account.first()
                            .map(thing -> thing.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .orElse(null));
        }
    }

    /** For the authenticator app. */
    record Begun(String secret, String uri) {}

    /** Shown once. */
    record Recovery(List<String> recoveryCodes) {}

    @GET
    public Standing standing() {
        return Standing.of(security.account());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Begun begin(Proof proof) {
        SecurityOutcome outcome = security.beginFactor(password(proof), proof.codeOrNone());
        if (outcome instanceof SecurityOutcome.Begun begun) {
            return new Begun(begun.secret(), begun.address());
        }
        throw SecurityProblems.of(outcome);
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    public Recovery confirm(Code given) {
        return recovery(
                security.confirmFactor(
                        SecurityProblems.needed(given == null ? null : given.code(), "code")));
    }

    @POST
    @Path("/recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Recovery renew(Proof proof) {
        return recovery(security.renewRecovery(password(proof), proof.codeOrNone()));
    }

    @POST
    @Path("/off")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response turnOff(Proof proof) {
        SecurityOutcome outcome = security.removeFactor(password(proof), proof.codeOrNone());
        if (outcome instanceof SecurityOutcome.Done) {
            return Response.noContent().build();
        }
        throw SecurityProblems.of(outcome);
    }

    private static String password(Proof proof) {
        return SecurityProblems.needed(proof == null ? null : proof.password(), "password");
    }

    private static Recovery recovery(SecurityOutcome outcome) {
        if (outcome instanceof SecurityOutcome.Codes codes) {
            return new Recovery(codes.codes());
        }
        throw SecurityProblems.of(outcome);
    }
}
