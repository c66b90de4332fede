package com.eazybackup.discount;

/** What became of a batch, in numbers of options. */
public record Saved(int saved, int removed, int unchanged) {}
