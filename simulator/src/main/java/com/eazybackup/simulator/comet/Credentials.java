package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;

/** The one administrator: a password, a one-time code when that is wanted, session keys. */
final class Credentials {

    static final String PASSWORD = "Tidewater-9026";

    /** The vendor's text when a password alone is not enough. */
    static final String TOTP_REQUIRED = "ERR_TOTP_REQUIRED";

    private final Sessions sessions;
    private final OneTimeCodes codes;

    /**
     * @param codes of administrators
     */
    Credentials(Sessions sessions, OneTimeCodes codes) {
        this.sessions = sessions;
        this.codes = codes;
    }

    /** Administrators' one-time codes: with a secret there, a password alone is refused. */
    OneTimeCodes codes() {
        return codes;
    }

    /**
     * @throws CallRefused with 403 for wrong credentials
     */
    void check(Proof proof) {
        boolean right =
                proof.username().equals(Fleet.ADMIN)
                        && switch (proof.authType()) {
                            case "Password" -> password(proof, false);
                            case "PasswordTOTP" -> password(proof, true);
                            case "SessionKey" ->
                                    sessions.use(proof.sessionKey(), Fleet.ADMIN, true);
                            default -> false;
                        };
        if (!right) {
            throw new CallRefused(403, "Permission denied");
        }
    }

    boolean accepts(Proof proof) {
        try {
            check(proof);
            return true;
        } catch (CallRefused e) {
            return false;
        }
    }

    private boolean password(Proof proof, boolean withCode) {
        if (!proof.password().equals(PASSWORD)) {
            return false;
        }
        if (codes.of(Fleet.ADMIN).isEmpty()) {
            return !withCode;
        }
        if (!withCode) {
            throw new CallRefused(403, TOTP_REQUIRED);
        }
        return codes.use(Fleet.ADMIN, proof.totp());
    }
}
