package com.eazybackup.usage;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Devices of a client as they were counted on one day.
 *
 * @param day such as 2026-07-15
 */
public record DevicesOfDay(@JsonProperty("d") String day, int registered, int online) {}
