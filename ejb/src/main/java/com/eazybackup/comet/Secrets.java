package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what must not be stored or shown out of Comet's records: passwords, keys and tokens of
 * vaults and items. Goes by the names of fields, so a new kind of storage is covered before we know
 * it; a harmless field that is called alike is lost too.
 */
public final class Secrets {

    private static final String NAMES =
            "password|passphrase|secret|token|credential|smbauth|apikey|accesskey|accountkey"
                    + "|privatekey|bucketkey|encryptionkey|totpkey|readwritekey";

    private static final Pattern NAME = Pattern.compile(NAMES);

    private static final Set<String> EXACTLY = Set.of("key");

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
                            + NAMES
                            + "|(?<![a-z0-9])key(?![a-z0-9]))[a-z0-9_.-]{0,40}+[\\\\\"']*+\\s*+[:=]"
                            + "\\s*+(?!\"…\"|true|false|null|[0-9]{1,2}+(?![0-9.]))"
                            + "|\\\\u00(?=4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])",
                    Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /**
     * @return a copy without them; the given tree stays as it is
     */
    public static JsonNode without(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        strip(copy);
        return copy;
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

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(field -> isSecret(field.getKey()) && !isSwitch(field.getValue()));
            object.forEach(Secrets::strip);
        } else if (node instanceof ArrayNode array) {
            array.forEach(Secrets::strip);
        }
    }

    private static boolean isSecret(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return EXACTLY.contains(name) || NAME.matcher(name).find();
    }

    /** Whether there is a secret may be known: {@code AllowPasswordLogin} is none itself. */
    private static boolean isSwitch(JsonNode value) {
        return value.isBoolean() || value.isNumber();
    }
}
