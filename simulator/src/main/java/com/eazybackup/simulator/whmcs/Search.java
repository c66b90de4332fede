package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;

/** How lists are asked for. */
final class Search {

    private static final int USUAL = 25;

    private Search() {}

    /** WHMCS looks at the start of names and addresses. */
    static String startOf(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    static int from(Form form) {
        return number(form, "limitstart", 0);
    }

    static String limit(Form form) {
        return " LIMIT " + number(form, "limitnum", USUAL) + " OFFSET " + from(form);
    }

    /** What PHP makes of a text that should be a number. */
    static int number(Form form, String name, int otherwise) {
        return form.optional(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    static int number(Form form, String name) {
        return number(form, name, 0);
    }

    /** PHP's truth: "false" is true. */
    static boolean flag(Form form, String name) {
        String text = form.text(name);
        return !text.isEmpty() && !text.equals("0");
    }
}
