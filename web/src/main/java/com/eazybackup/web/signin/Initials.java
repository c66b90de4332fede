package com.eazybackup.web.signin;

import java.util.Locale;

/** Two letters that stand for a name in a round mark. */
final class Initials {

    private Initials() {}

    /**
     * @return the first letters of the first and the last word, or the first two letters of the
     *     only one; empty for no name
     */
    static String of(String name) {
        String[] words = name.strip().split("[\\s@.]+");
        String first = words[0];
        String letters =
                words.length > 1 ? first(first) + first(words[words.length - 1]) : head(first);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    private static String head(String word) {
        int count = Math.min(2, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, count));
    }
}
