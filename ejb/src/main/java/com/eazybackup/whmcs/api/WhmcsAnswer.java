package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What WHMCS answered, or one entry of a list in it, whichever of its shapes it has: numbers as
 * text, flags as text, a lone entry without its list, an empty list as "", lists as objects with
 * numbered keys, texts with HTML's entities.
 */
final class WhmcsAnswer {

    private static final Set<String> NO = Set.of("", "0", "false", "off", "no");

    private final String action;
    private final JsonNode node;

    WhmcsAnswer(String action, JsonNode node) {
        this.action = action;
        this.node = node;
    }

    /** "" when there is none. */
    String text(String field) {
        return Entities.decoded(raw(field));
    }

    /** Exactly as it came: passwords and addresses. */
    String raw(String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    boolean has(String field) {
        return !raw(field).isEmpty();
    }

    /** 0 when there is none. */
    int number(String field) {
        return node.path(field).asInt();
    }

    /**
     * @throws WhmcsException when it is not a positive number
     */
    int id(String field) {
        int id = number(field);
        if (id <= 0) {
            throw new WhmcsException(Kind.UNUSABLE, action + " answered without " + field);
        }
        return id;
    }

    /**
     * @return whether it says anything but a clear no; absent is no
     */
    boolean flag(String field) {
        return !NO.contains(raw(field).toLowerCase(Locale.ROOT));
    }

    /**
     * @throws WhmcsException when it is no amount
     */
    BigDecimal money(String field) {
        try {
            return new BigDecimal(raw(field));
        } catch (NumberFormatException e) {
            throw new WhmcsException(
                    Kind.UNUSABLE, action + " answered with a " + field + " that is no amount");
        }
    }

    /** Empty for WHMCS's 0000-00-00 and for what is no date. */
    Optional<LocalDate> date(String field) {
        String text = raw(field);
        try {
            return text.startsWith("0000") || text.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Numbers that are separated by commas. */
    List<Integer> numbers(String field) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : raw(field).split(",")) {
            if (part.strip().matches("\\d{1,9}")) {
                numbers.add(Integer.valueOf(part.strip()));
            }
        }
        return numbers;
    }

    /** An object in this one; without it an empty one. */
    WhmcsAnswer object(String field) {
        return new WhmcsAnswer(action, node.path(field));
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    /**
     * @param path the names that lead to the list, for example clients, client
     */
    List<WhmcsAnswer> list(String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        List<WhmcsAnswer> entries = new ArrayList<>();
        if (found.isArray() || isNumbered(found)) {
            found.forEach(entry -> entries.add(new WhmcsAnswer(action, entry)));
        } else if (found.isObject() && !found.isEmpty()) {
            entries.add(new WhmcsAnswer(action, found));
        }
        return entries;
    }

    private static boolean isNumbered(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && node.properties().stream().allMatch(field -> field.getKey().matches("\\d+"));
    }
}
