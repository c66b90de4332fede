package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.fasterxml.jackson.databind.JsonNode;

/** Lets an account in to the calls that it makes itself. */
final class UserSignIn {

    private final Fleet fleet;
    private final Switches switches;
    private final Sessions sessions;
    private final UserPasswords passwords;
    private final OneTimeCodes codes;

    UserSignIn(
            Fleet fleet,
            Switches switches,
            Sessions sessions,
            UserPasswords passwords,
            OneTimeCodes codes) {
        this.fleet = fleet;
        this.switches = switches;
        this.sessions = sessions;
        this.passwords = passwords;
        this.codes = codes;
    }

    /**
     * @throws CallRefused for wrong credentials, for a suspended account, and for one whose policy
     *     forbids the web
     */
    void check(Proof proof) {
        JsonNode profile =
                fleet.profile(proof.username()).map(JsonNode.class::cast).orElseThrow(this::denied);
        if (!isRight(proof, profile)) {
            throw denied();
        }
        if (profile.path("IsSuspended").asBoolean()) {
            throw new CallRefused(403, "This account is suspended");
        }
        if (profile.path("Policy").path("PreventOpenWebUI").asBoolean()) {
            throw new CallRefused(
                    switches.webRefusedStatus, "Your policy does not allow the web interface");
        }
    }

    private boolean isRight(Proof proof, JsonNode profile) {
        String username = proof.username();
        return switch (proof.authType()) {
            case "SessionKey" -> sessions.use(proof.sessionKey(), username, false);
            case "Password" -> {
                boolean right = passwords.isRight(username, proof.password());
                if (right && !profile.path("AllowPasswordLogin").asBoolean()) {
                    throw new CallRefused(403, Credentials.TOTP_REQUIRED);
                }
                yield right;
            }
            case "PasswordTOTP" ->
                    profile.path("AllowPasswordAndTOTPLogin").asBoolean()
                            && passwords.isRight(username, proof.password())
                            && codes.use(username, proof.totp());
            default -> false;
        };
    }

    private CallRefused denied() {
        return new CallRefused(403, "Permission denied");
    }
}
