package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An account sets up its own one-time codes: new secret first, then a code as a proof. */
final class TotpCalls {

    private static final String ISSUER = "Simulated Comet";

    private final Switches switches;
    private final Accounts accounts;
    private final OneTimeCodes codes;

    TotpCalls(Switches switches, Accounts accounts, OneTimeCodes codes) {
        this.switches = switches;
        this.accounts = accounts;
        this.codes = codes;
    }

    void registerUserWeb(Calls calls) {
        calls.add("account/regenerate-totp", this::regenerate);
        calls.add("account/validate-totp", this::validate);
    }

    private ObjectNode regenerate(Form form) {
        String username = form.text("Username");
        accounts.changeGuarded(
                username,
                form.text("ProfileHash"),
                username,
                profile -> {
                    codes.renew(username);
                    return profile.put("TOTPKeyEncryptionFormat", 1)
                            .put("TOTPKey", Fleet.CANARY + "-totp");
                });
        return newSecret(codes.of(username).orElseThrow(), username)
                .put("ProfileHash", accounts.hash(username));
    }

    /** Image and URL of a new secret, for whoever it is. */
    static ObjectNode newSecret(Totp totp, String owner) {
        String url =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        .formatted(encoded(ISSUER), encoded(owner), totp.base32(), encoded(ISSUER));
        return Calls.ok().put("Image", QrImage.dataUri(url)).put("URL", url);
    }

    private ObjectNode validate(Form form) {
        String username = form.text("Username");
        if (!codes.use(username, form.text("TOTPCode"))) {
            throw new CallRefused(400, "The code is wrong");
        }
        accounts.changeGuarded(
                username,
                form.text("ProfileHash"),
                username,
                profile ->
                        switches.validateTotpSetsFlags
                                ? profile.put("AllowPasswordLogin", false)
                                        .put("AllowPasswordAndTOTPLogin", true)
                                : profile);
        return Calls.ok();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
