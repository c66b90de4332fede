package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;

/** Everybody's way in: the administrator's, the accounts', and whichever fits. */
final class SignIns {

    private final Sessions sessions;
    private final UserPasswords passwords = new UserPasswords();
    private final OneTimeCodes userCodes;
    private final Credentials admin;
    private final UserSignIn users;

    SignIns(Fleet fleet, Switches switches) {
        this.sessions = new Sessions(fleet::now);
        this.userCodes = new OneTimeCodes(fleet::now);
        this.admin = new Credentials(sessions, new OneTimeCodes(fleet::now));
        this.users = new UserSignIn(fleet, switches, sessions, passwords, userCodes);
    }

    Sessions sessions() {
        return sessions;
    }

    UserPasswords passwords() {
        return passwords;
    }

    OneTimeCodes userCodes() {
        return userCodes;
    }

    Credentials admin() {
        return admin;
    }

    UserSignIn users() {
        return users;
    }

    /** The administrator or an account, by the name. */
    void checkEither(Proof proof) {
        if (proof.username().equals(Fleet.ADMIN)) {
            admin.check(proof);
        } else {
            users.check(proof);
        }
    }
}
