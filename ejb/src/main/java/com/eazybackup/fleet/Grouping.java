package com.eazybackup.fleet;

import java.util.Set;

/**
 * That the devices of each group stand together.
 *
 * @param closed ids of groups, 0 for those in no group, whose devices are counted and not listed
 */
public record Grouping(Set<Integer> closed) {}
