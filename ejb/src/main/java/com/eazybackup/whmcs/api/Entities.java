package com.eazybackup.whmcs.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes back what PHP's {@code htmlspecialchars} did: WHMCS keeps texts with entities in its tables
 * and some actions answer with them. What is decoded is text; pages escape it as any other.
 */
final class Entities {

    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|#0?39|apos);");

    private Entities() {}

    static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        // In one pass: &amp;lt; is the text &lt;, not a bracket.
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(1))));
    }

    private static String meaning(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "'";
        };
    }
}
