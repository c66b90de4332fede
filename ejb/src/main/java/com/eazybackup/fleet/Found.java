package com.eazybackup.fleet;

import java.util.List;

/**
 * What has been found for some words.
 *
 * @param total of all that fit
 * @param items those whose name is nearest to the words, the nearest first
 */
public record Found<T>(long total, List<T> items) {}
