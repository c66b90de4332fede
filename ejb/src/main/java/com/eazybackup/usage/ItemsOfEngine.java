package com.eazybackup.usage;

/**
 * How many protected items of a kind a client has.
 *
 * @param engine such as {@code files} or {@code hyper_v}; {@code other} for all kinds that have no
 *     line of their own
 */
public record ItemsOfEngine(String engine, long count) {}
