package com.eazybackup.access;

import java.util.regex.Pattern;

/** Makes what a stranger typed fit for a log line and an audit row. */
final class SafeText {

    // Control characters would forge lines; format characters (bidirectional marks) turn them
    // round.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private SafeText() {}

    /**
     * @param longest in characters; what is longer is cut and ends with …
     */
    static String of(String text, int longest) {
        String plain = UNSAFE.matcher(text == null ? "" : text).replaceAll("\uFFFD").strip();
        if (plain.length() <= longest) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return plain.substring(0, end) + "…";
    }
}
