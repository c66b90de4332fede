package com.eazybackup.platform;

import java.util.regex.Pattern;

/**
 * Text that stays text in a spreadsheet.
 *
 * <p>OWASP's advice on CSV injection: an apostrophe goes before whatever begins with {@code = +
 * - @}, tab or line break, and before their full-width forms, which some versions take for the
 * same. Also before what only seems to begin otherwise (spaces, NUL, marks without width). A
 * spreadsheet of a country that parts cells by semicolons takes no notice of our quotes: there a
 * semicolon or a line break begins a cell, too.
 */
final class CsvCell {

    private static final String STARTS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}\\p{Z}]*";
    private static final Pattern FORMULA =
            Pattern.compile("^(?=" + UNSEEN + "[" + STARTS + "]|[\\t\\r\\n])");
    private static final Pattern LATER = Pattern.compile("(;" + UNSEEN + ")(?=[" + STARTS + "])");
    private static final Pattern CONTROL = Pattern.compile("\\r\\n|\\p{Cntrl}|[\u2028\u2029]");

    private CsvCell() {}

    static String text(String given) {
        String guarded = FORMULA.matcher(given).replaceFirst("'");
        guarded = LATER.matcher(guarded).replaceAll("$1'");
        return CONTROL.matcher(guarded).replaceAll(" ");
    }
}
