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
 * @param grouped whether the devices of each group stand together
 * @param closed ids of groups whose devices are not listed then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(
        List<String> hidden, Integer size, String density, Boolean grouped, List<Integer> closed) {

    /** That of somebody who has chosen nothing. */
    public static final Look NONE = new Look(null, null, null, null, null);

    private static final int MOST_COLUMNS = 40;
    private static final int MOST_GROUPS = 500;
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
        if (closed != null && !isListOfGroups()) {
            return Optional.of("closed is a list of at most " + MOST_GROUPS + " ids of groups.");
        }
        return Optional.empty();
    }

    private boolean isListOfGroups() {
        return closed.size() <= MOST_GROUPS
                && closed.stream().allMatch(group -> group != null && group > 0);
    }

    private boolean isListOfColumns() {
        return hidden.size() <= MOST_COLUMNS
                && hidden.stream().allMatch(column -> column != null && column.matches(COLUMN));
    }
}
