package com.eazybackup.fleet;

import java.time.Instant;
import java.util.List;

/**
 * What is the matter with a client's devices, or with those of them that fit some words.
 *
 * @param at when it was read
 * @param total devices that need somebody: without words as many as {@link
 *     StandingSummary#needing()} counts
 * @param groups the worst first, and of those the largest; when there are more causes than {@link
 *     FleetTroubles#MOST_GROUPS}, the devices of the rest are in {@code total} alone
 */
public record TroubleSummary(Instant at, long total, List<TroubleGroup> groups) {}
