package com.eazybackup.accounts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of vaults, and what can be said of all of the client's, whatever was looked for.
 *
 * @param page counted from 1; a page behind the last one has no items
 * @param total of those that match
 * @param full some that are full, at most {@link #MOST_NAMED}
 * @param t when the tables were read, Unix seconds
 */
public record VaultPage(
        List<VaultRow> items,
        int page,
        int size,
        long total,
        Totals totals,
        List<Full> full,
        long t) {

    static final int MOST_NAMED = 3;

    /** A vault that takes no more. */
    public record Full(String username, String name) {}

    /**
     * Sums over all vaults of the client.
     *
     * @param states how many there are in each state
     */
    public record Totals(int vaults, long storedBytes, Map<String, Integer> states) {

        static Totals of(List<VaultRow> all) {
            Map<String, Integer> states = new LinkedHashMap<>();
            Arrays.stream(VaultState.values()).forEach(state -> states.put(state.wire(), 0));
            all.forEach(vault -> states.merge(vault.state().wire(), 1, Integer::sum));
            return new Totals(
                    all.size(), all.stream().mapToLong(VaultRow::storedBytes).sum(), states);
        }
    }
}
