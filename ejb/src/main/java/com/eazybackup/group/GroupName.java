package com.eazybackup.group;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a client calls a group: without white space around it, and with one space for every run of
 * it inside. It is any text else, and never taken for more than a text.
 */
public record GroupName(String value) {

    /** In code points, as the column counts them. */
    public static final int LONGEST = 100;

    static final String NEEDED = "A group needs a name.";

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    /** Nothing to see, or half a character, which no database takes. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** What is left has something to see. */
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Cf} ]");

    /**
     * @throws GroupRefused when it can be no name
     */
    public GroupName {
        value = value == null ? "" : WHITE_SPACE.matcher(value).replaceAll(" ").strip();
        if (!VISIBLE.matcher(value).find()) {
            throw GroupRefused.invalid(NEEDED);
        }
        if (UNFIT.matcher(value).find()) {
            throw GroupRefused.invalid("A group's name has no control characters.");
        }
        // In lower case some letters are two code points, and the column of that is no longer.
        if (length(value) > LONGEST || length(norm(value)) > LONGEST) {
            throw GroupRefused.invalid("A group's name has at most " + LONGEST + " characters.");
        }
    }

    /**
     * @return what two names of one client must not have in common
     */
    String norm() {
        return norm(value);
    }

    private static String norm(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
