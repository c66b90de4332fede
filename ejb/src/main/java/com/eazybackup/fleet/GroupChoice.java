package com.eazybackup.fleet;

import java.util.Set;

/**
 * Which groups' devices are asked for.
 *
 * @param groups ids, 0 for those in no group; empty for all
 * @param withIssues only of groups in which some device needs somebody
 */
public record GroupChoice(Set<Integer> groups, boolean withIssues) {

    public static final GroupChoice ALL = new GroupChoice(Set.of(), false);

    /**
     * @return whether no device is left out
     */
    boolean isAll() {
        return groups.isEmpty() && !withIssues;
    }
}
