package com.eazybackup.fleet;

/** How many devices a client has, without the revoked ones, and how many of them are connected. */
public record DeviceCounts(long total, long online) {}
