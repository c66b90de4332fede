package com.eazybackup.fleet;

import java.util.List;

/**
 * Devices that need somebody for the same cause.
 *
 * @param devices how many there are
 * @param since when the first of them began to, Unix seconds
 * @param newest some of them, those whose trouble is newest first: the first one's job is the
 *     newest evidence. Never empty
 */
public record TroubleGroup(Cause cause, long devices, Long since, List<Trouble> newest) {}
