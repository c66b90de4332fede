package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what must not be stored or shown out of Comet's records: passwords, keys and tokens of
 * vaults and items. Goes by the names of fields, so a new kind of storage is covered before we know
 * it; a harmless field that is called alike is lost too.
 */
public final class Secrets {

    private static final List<String> NAMES =
            List.of(
                    "password",
                    "passphrase",
                    "secret",
                    "token",
                    "credential",
                    "smbauth",
                    "apikey",
                    "accesskey",
                    "accountkey",
                    "privatekey",
                    "bucketkey",
                    "encryptionkey",
                    "totpkey",
                    "readwritekey");

    private static final String EXACTLY = "key";

    private static final int MOST_ANSWERS = 2_000;
    private static final int MOST_LETTERS = 100;
    private static final Map<String, Boolean> ANSWERS = new ConcurrentHashMap<>();

    /** A field and its text, also one that is cut off. */
    private static final Pattern FIELD =
            Pattern.compile(
                    "\"([^\"\\\\]{1,100}+)\"(\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"?", Pattern.DOTALL);

    /**
     * A name that sounds like a secret, however it is quoted, with a value that is neither an
     * ellipsis nor a switch; or a letter that is escaped, which no server does and which would hide
     * a name. Bounded, so that a long text is searched in a time that grows with its length alone.
     */
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?:"
                            + String.join("|", NAMES)
                            + "|(?<![a-z0-9])key(?![a-z0-9]))[a-z0-9_.-]{0,40}+[\\\\\"']*+\\s*+[:=]"
                            + "\\s*+(?!\"…\"|true|false|null|[0-9]{1,2}+(?![0-9.]))"
                            + "|\\\\u00(?=4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])",
                    Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /**
     * @return a copy without them; the given tree stays as it is
     */
    public static JsonNode without(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = Wire.JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (!isSecret(field.getKey()) || isSwitch(field.getValue())) {
                    copy.set(field.getKey(), without(field.getValue()));
                }
            }
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = Wire.JSON.createArrayNode();
            array.forEach(each -> copy.add(without(each)));
            return copy;
        }
        return tree;
    }

    /**
     * As {@link #without}, for text that should have been JSON and is broken.
     *
     * @return the text with an ellipsis for the value of each field whose name sounds like a
     *     secret; it ends where such a value is no text between quotation marks, for nobody knows
     *     where that one ends
     */
    public static String withoutIn(String text) {
        String masked = masked(text);
        Matcher open = OPEN.matcher(masked);
        return open.find() ? masked.substring(0, open.end()) + "…" : masked;
    }

    private static String masked(String text) {
        return FIELD.matcher(text)
                .replaceAll(
                        field ->
                                Matcher.quoteReplacement(
                                        isSecret(field.group(1))
                                                ? "\""
                                                        + field.group(1)
                                                        + "\""
                                                        + field.group(2)
                                                        + "\"…\""
                                                : field.group()));
    }

    /**
     * Asked for each field of each record that is read, and Comet has a few hundred names for them:
     * the answers are kept, up to a limit that no server's inventions can pass.
     */
    private static boolean isSecret(String field) {
        Boolean known = ANSWERS.get(field);
        if (known != null) {
            return known;
        }
        boolean secret = soundsSecret(field);
        if (field.length() <= MOST_LETTERS && ANSWERS.size() < MOST_ANSWERS) {
            ANSWERS.put(field, secret);
        }
        return secret;
    }

    /** An expression of them all is slower. */
    private static boolean soundsSecret(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        if (EXACTLY.equals(name)) {
            return true;
        }
        for (String secret : NAMES) {
            if (name.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a secret may be known: {@code AllowPasswordLogin} is none itself. */
    private static boolean isSwitch(JsonNode value) {
        return value.isBoolean() || value.isNumber();
    }
}
