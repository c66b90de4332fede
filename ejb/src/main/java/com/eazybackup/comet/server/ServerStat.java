package com.eazybackup.comet.server;

/** {@code StatResult} of the protocol. */
public record ServerStat(
        long buckets, long users, long devices, long boosters, long networkDevices) {}
