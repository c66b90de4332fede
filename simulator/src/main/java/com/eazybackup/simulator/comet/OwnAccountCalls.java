package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The administrator who asks, about himself. */
final class OwnAccountCalls {

    private final Switches switches;
    private final OneTimeCodes codes;

    /**
     * @param codes of administrators
     */
    OwnAccountCalls(Switches switches, OneTimeCodes codes) {
        this.switches = switches;
        this.codes = codes;
    }

    void register(Calls calls) {
        calls.add("account/properties", form -> properties());
        calls.add("account/regenerate-totp", form -> regenerate());
        calls.add("account/validate-totp", this::validate);
    }

    private ObjectNode properties() {
        ObjectNode answer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("OrganizationID", switches.adminOrganization);
        answer.putObject("Permissions");
        boolean totp = codes.of(Fleet.ADMIN).isPresent();
        answer.putObject("Security")
                .put("PasswordFormat", 102)
                .put("Password", Fleet.CANARY + "-admin-hash")
                .put("AllowPasswordLogin", !totp)
                .put("AllowPasswordAndTOTPLogin", totp)
                .put("AllowPasswordAndU2FLogin", false)
                .put("AllowPasswordAndWebAuthnLogin", false)
                .put("RequirePasswordChange", false);
        return answer;
    }

    /** At once: whoever signs in with the password alone is locked out from now on. */
    private ObjectNode regenerate() {
        return TotpCalls.newSecret(codes.renew(Fleet.ADMIN), Fleet.ADMIN).put("ProfileHash", "");
    }

    private ObjectNode validate(Form form) {
        if (!codes.use(Fleet.ADMIN, form.text("TOTPCode"))) {
            throw new CallRefused(400, "The code is wrong");
        }
        return Calls.ok();
    }
}
