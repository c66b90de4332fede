package com.eazybackup.fleet;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 1; a page behind the last one has no items
 * @param total of the whole list, not of this page
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
