package com.eazybackup.discount;

import java.util.List;

/**
 * Some entries of the history, newest first.
 *
 * @param total of all
 */
public record HistoryPage(long total, List<HistoryEntry> entries) {}
