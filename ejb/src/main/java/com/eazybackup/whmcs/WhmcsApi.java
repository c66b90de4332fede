package com.eazybackup.whmcs;

import com.eazybackup.whmcs.WhmcsException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The actions of WHMCS's external API that the portal uses, one method each.
 *
 * <p>Every method throws {@link WhmcsException} when WHMCS cannot be asked. Nothing is repeated:
 * the caller knows what is safe to repeat.
 */
@ApplicationScoped
public class WhmcsApi {

    private static final int LONGEST_WORDS = 200;
    private static final Set<String> NO = Set.of("", "0", "false", "off");

    private WhmcsCall whmcs;

    WhmcsApi() {}

    @Inject
    WhmcsApi(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    /**
     * Asks whether this is somebody's password.
     *
     * <p>Limit: WHMCS checks the password only. A second factor is told of, not checked.
     *
     * @return empty when the address is unknown or the password is wrong; WHMCS tells no difference
     */
    public Optional<ValidLogin> validateLogin(String email, String password) {
        JsonNode answer = whmcs.ask("ValidateLogin", Map.of("email", email, "password2", password));
        if (succeeded(answer)) {
            return Optional.of(validLogin(answer));
        }
        String words = answer.path("message").asText();
        if (words.toLowerCase(Locale.ROOT).contains("password invalid")) {
            return Optional.empty();
        }
        throw failed("ValidateLogin", words);
    }

    private static ValidLogin validLogin(JsonNode answer) {
        // Ids come as numbers or as text; asInt takes both.
        int user = answer.path("userid").asInt();
        if (user <= 0) {
            throw new WhmcsException(Kind.UNUSABLE, "ValidateLogin answered without a user id");
        }
        return new ValidLogin(new UserId(user), secondFactor(answer.path("twoFactorEnabled")));
    }

    /**
     * Only a clear no is a no. WHMCS leaves the field out where it has no second factors at all.
     */
    private static boolean secondFactor(JsonNode field) {
        return !field.isMissingNode()
                && !field.isNull()
                && !NO.contains(field.asText().toLowerCase(Locale.ROOT));
    }

    /**
     * Opens a password that WHMCS stored with its own key.
     *
     * @return never empty
     */
    public String decryptPassword(String stored) {
        JsonNode answer = whmcs.ask("DecryptPassword", Map.of("password2", stored));
        if (!succeeded(answer)) {
            throw failed("DecryptPassword", answer.path("message").asText());
        }
        String plain = answer.path("password").asText();
        if (plain.isEmpty()) {
            throw new WhmcsException(Kind.UNUSABLE, "DecryptPassword answered with nothing");
        }
        return plain;
    }

    private static boolean succeeded(JsonNode answer) {
        return answer.path("result").asText().equals("success");
    }

    private static WhmcsException failed(String action, String words) {
        String line = words.replaceAll("\\p{Cntrl}", " ");
        String shown =
                line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line;
        return new WhmcsException(Kind.FAILED, action + ": " + shown);
    }
}
