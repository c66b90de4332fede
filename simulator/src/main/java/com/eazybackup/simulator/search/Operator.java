package com.eazybackup.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a field is compared.
 *
 * @param name without the sign that turns it round and without {@code _ci}
 * @param negated the opposite is wanted
 * @param ignoringCase capital and small letters are the same
 */
record Operator(String name, boolean negated, boolean ignoringCase) {

    private static final Set<String> TEXT =
            Set.of("str_eq", "str_contains", "str_startswith", "str_endswith", "str_regexmatch");
    private static final Set<String> OTHER =
            Set.of("int_eq", "int_neq", "int_gt", "int_gte", "int_lt", "int_lte", "bool_is");
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    /**
     * @throws IllegalArgumentException for an operator that there is not
     */
    static Operator of(String text) {
        boolean ignoringCase = text.endsWith("_ci");
        String name = ignoringCase ? text.substring(0, text.length() - 3) : text;
        String positive =
                name.startsWith("str_n")
                        ? "str_" + name.substring("str_n".length())
                        : name.equals("bool_nis") ? "bool_is" : name;
        if (!TEXT.contains(positive) && (ignoringCase || !OTHER.contains(positive))) {
            throw new IllegalArgumentException("Unknown RuleOperator '" + text + "'");
        }
        return new Operator(positive, !positive.equals(name), ignoringCase);
    }

    boolean holds(JsonNode actual, String wanted) {
        if (actual.isMissingNode() || actual.isNull()) {
            return negated;
        }
        return positive(actual, wanted) != negated;
    }

    private boolean positive(JsonNode actual, String wanted) {
        if (name.startsWith("int_")) {
            return number(Long.compare(actual.asLong(), Long.parseLong(wanted)));
        }
        if (name.equals("bool_is")) {
            return actual.asBoolean() == TRUE.contains(wanted);
        }
        String text = ignoringCase ? actual.asText().toLowerCase(Locale.ROOT) : actual.asText();
        String other = ignoringCase ? wanted.toLowerCase(Locale.ROOT) : wanted;
        return switch (name) {
            case "str_eq" -> text.equals(other);
            case "str_contains" -> text.contains(other);
            case "str_startswith" -> text.startsWith(other);
            case "str_endswith" -> text.endsWith(other);
            default -> found(actual.asText(), wanted);
        };
    }

    private boolean number(int order) {
        return switch (name) {
            case "int_eq" -> order == 0;
            case "int_neq" -> order != 0;
            case "int_gt" -> order > 0;
            case "int_gte" -> order >= 0;
            case "int_lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static boolean found(String text, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The search has no regular expression", e);
        }
    }
}
