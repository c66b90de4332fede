package com.eazybackup.fleet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as a search compares it: in any case and without accents, much as the collation of the
 * tables does.
 */
public final class SearchedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    // No field holds one, and nobody can type it into a search.
    private static final String BETWEEN = "\n";

    private SearchedText() {}

    /**
     * @param fields null counts as empty
     * @return what contains the folded words that are in one of them
     */
    public static String of(String... fields) {
        StringBuilder all = new StringBuilder();
        for (String field : fields) {
            all.append(field == null ? "" : field).append(BETWEEN);
        }
        return folded(all.toString());
    }

    public static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        // Nearly every name is plain already.
        return (plain.chars().allMatch(c -> c < 128) ? plain : MARKS.matcher(plain).replaceAll(""))
                .toLowerCase(Locale.ROOT);
    }
}
