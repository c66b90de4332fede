package com.eazybackup.preferences;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody likes a list. What is null is as the page has it by itself.
 *
 * @param hidden columns that are not shown
 * @param size rows of a page
 * @param density {@code comfortable} or {@code compact}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(List<String> hidden, Integer size, String density) {

    /** That of somebody who has chosen nothing. */
    public static final Look NONE = new Look(null, null, null);

    private static final int MOST_COLUMNS = 40;
    private static final String COLUMN = "[a-z0-9_]{1,32}";
    private static final Set<Integer> SIZES = Set.of(10, 25, 50, 100);
    private static final Set<String> DENSITIES = Set.of("comfortable", "compact");

    /**
     * @return what is wrong with it, in a sentence; empty when it can be kept
     */
    public Optional<String> flaw() {
        if (hidden != null && !isListOfColumns()) {
            return Optional.of("hidden is a list of at most " + MOST_COLUMNS + " columns.");
        }
        if (size != null && !SIZES.contains(size)) {
            return Optional.of("size is 10, 25, 50 or 100.");
        }
        if (density != null && !DENSITIES.contains(density)) {
            return Optional.of("density is comfortable or compact.");
        }
        return Optional.empty();
    }

    private boolean isListOfColumns() {
        return hidden.size() <= MOST_COLUMNS
                && hidden.stream().allMatch(column -> column != null && column.matches(COLUMN));
    }
}
