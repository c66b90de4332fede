package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.util.Locale;

/**
 * Makes of WHMCS's words what a caller can act on. WHMCS gives no codes: the words are those of its
 * documentation, in English whatever language its pages have.
 */
final class Refusal {

    private static final int LONGEST_WORDS = 200;

    private Refusal() {}

    static WhmcsException of(WhmcsAction action, Parameters parameters, String words) {
        String line =
                parameters.withoutSecrets(Entities.decoded(words)).replaceAll("\\p{Cntrl}", " ");
        String shown =
                line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line;
        return new WhmcsException(
                kind(line.toLowerCase(Locale.ROOT)), action.documentedName() + ": " + shown);
    }

    private static Kind kind(String words) {
        if (starts(
                words,
                "authentication failed",
                "invalid ip",
                "invalid permissions",
                "access denied")) {
            return Kind.REFUSED;
        }
        if (words.contains("already exists")
                || words.contains("not available for use")
                || words.startsWith("duplicate")) {
            return Kind.TAKEN;
        }
        boolean missing =
                words.endsWith(" not found") || words.contains("not found or status not pending");
        if ((missing && !words.startsWith("command"))
                || starts(words, "invalid client_id", "invalid user_id", "invalid client id")) {
            return Kind.NOT_FOUND;
        }
        return Kind.FAILED;
    }

    private static boolean starts(String words, String... beginnings) {
        for (String beginning : beginnings) {
            if (words.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
