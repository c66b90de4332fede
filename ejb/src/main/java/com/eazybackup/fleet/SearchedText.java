package com.eazybackup.fleet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as a search compares it: in any case and without accents, much as the collation of the
 * tables does, and with one space wherever there are some of any kind.
 */
public final class SearchedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    // No folded field and no folded search has one.
    private static final String BETWEEN = "\n";

    private SearchedText() {}

    /**
     * @param fields null counts as empty
     * @return what contains the folded words that are in one of them
     */
    public static String of(String... fields) {
        StringBuilder all = new StringBuilder();
        for (String field : fields) {
            all.append(field == null ? "" : folded(field)).append(BETWEEN);
        }
        return all.toString();
    }

    public static String folded(String text) {
        String spaced =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll(" ");
        // Nearly every name is plain already.
        return (plain(spaced) ? spaced : MARKS.matcher(spaced).replaceAll(""))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
