package com.eazybackup.usage;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The most that a client's active users stored on one day.
 *
 * @param day such as 2026-07-15
 * @param bytes in vaults of the types 1000 and 1003
 */
public record StorageOfDay(
        @JsonProperty("d") String day, @JsonProperty("bytes_total") long bytes) {}
