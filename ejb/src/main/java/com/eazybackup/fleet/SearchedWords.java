package com.eazybackup.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words that are all found, in any order and anywhere in what is looked
 * at, as {@link SearchedText} compares. {@code north lap} finds the laptops of the user northgate.
 * What stands between quotation marks is one word, spaces and all: {@code "front desk"} does not
 * find the back desk at the front door.
 */
public final class SearchedWords {

    // Whoever is still typing has not closed it yet.
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"?|([^ \"]+)");

    private static final int SAME = 0;
    private static final int BEGINS = 1;
    private static final int HOLDS = 2;
    private static final int ELSEWHERE = 3;

    private final String whole;
    private final List<String> words;

    private SearchedWords(List<String> words) {
        this.whole = String.join(" ", words);
        this.words = words.stream().distinct().toList();
    }

    /**
     * @param text blank for everything
     */
    public static SearchedWords of(String text) {
        return new SearchedWords(
                WORDS.matcher(SearchedText.folded(text))
                        .results()
                        .map(SearchedWords::word)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1).strip();
    }

    /** Whether there are none: quotation marks alone are no word. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * @param searched {@link SearchedText} of what is looked at
     * @return whether all words are in it; also when there are none
     */
    public boolean in(String searched) {
        return words.stream().allMatch(searched::contains);
    }

    /**
     * @param found what the words are in, in its order
     * @param name what each is called
     * @return those that are called so, then those that begin so, then those that have it in their
     *     name, then the others; each in the order that they had
     */
    public <T> List<T> nearest(Collection<T> found, Function<T, String> name, int most) {
        return found.stream()
                .collect(groupingBy(one -> distance(name.apply(one)), TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .limit(most)
                .toList();
    }

    private int distance(String name) {
        String folded = SearchedText.folded(name).strip();
        if (folded.equals(whole)) {
            return SAME;
        }
        if (folded.startsWith(whole)) {
            return BEGINS;
        }
        return folded.contains(whole) ? HOLDS : ELSEWHERE;
    }
}
