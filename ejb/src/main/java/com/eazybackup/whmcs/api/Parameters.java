package com.eazybackup.whmcs.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action is asked with, in the forms that PHP reads: yes and no as 1 and 0 (the text
 * "false" is true to PHP), lists as {@code name[0]}, dates as year-month-day, money with two
 * decimals and a dot.
 */
final class Parameters {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();

    static Parameters of(String name, Object id) {
        return new Parameters().text(name, id.toString());
    }

    static Parameters none() {
        return new Parameters();
    }

    Parameters text(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Parameters text(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, present.toString()));
        return this;
    }

    /** An empty text is left out. */
    Parameters textUnlessBlank(String name, String value) {
        return value.isBlank() ? this : text(name, value);
    }

    /** A text that must not be seen in what WHMCS says, should it repeat it. */
    Parameters secret(String name, String value) {
        secrets.add(value);
        return text(name, value);
    }

    Parameters number(String name, int value) {
        return text(name, Integer.toString(value));
    }

    Parameters flag(String name, boolean value) {
        return text(name, value ? "1" : "0");
    }

    /**
     * @throws ArithmeticException when the amount has parts of a cent
     */
    Parameters money(String name, BigDecimal value) {
        return text(name, value.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    Parameters date(String name, LocalDate value) {
        return text(name, value.toString());
    }

    Parameters list(String name, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            text(name + "[" + i + "]", values.get(i).toString());
        }
        return this;
    }

    Parameters map(String name, Map<String, String> values) {
        values.forEach((key, value) -> text(name + "[" + key + "]", value));
        return this;
    }

    /** As PHP serialises an array; an empty one is left out. */
    Parameters php(String name, Map<String, String> values) {
        return values.isEmpty() ? this : text(name, PhpArray.encode(values));
    }

    Map<String, String> fields() {
        return fields;
    }

    /** A text of WHMCS's with what is secret taken out. */
    String withoutSecrets(String words) {
        String clean = words;
        for (String secret : secrets) {
            // One letter or two are in every sentence.
            if (secret.length() > 2) {
                clean = clean.replace(secret, "…");
            }
        }
        return clean;
    }
}
