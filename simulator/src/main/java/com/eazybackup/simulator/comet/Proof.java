package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;

/** What a caller shows to be let in. */
record Proof(String username, String authType, String password, String sessionKey, String totp) {

    static Proof of(Form form) {
        return new Proof(
                form.text("Username"),
                form.text("AuthType"),
                form.text("Password"),
                form.text("SessionKey"),
                form.text("TOTP"));
    }

    boolean bySession() {
        return authType.equals("SessionKey");
    }
}
