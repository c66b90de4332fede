package com.eazybackup.pulse;

import java.time.Instant;

/**
 * What came of a wish.
 *
 * @param id takes it back; empty when nothing was hidden
 * @param devices how many it hides
 */
public record Snoozed(String id, int devices, Instant until) {}
