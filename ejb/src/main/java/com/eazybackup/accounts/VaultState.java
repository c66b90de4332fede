package com.eazybackup.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How near a vault is to its quota, the worst first. From {@value #FILLING_FROM} percent a vault is
 * filling, from {@value #NEARLY_FULL_FROM} nearly full, from {@value #FULL_FROM} full.
 */
public enum VaultState {
    /** Takes no more: what is backed up to it fails. */
    FULL,
    NEARLY_FULL,
    FILLING,
    ROOM,
    /** Nothing was ever stored in it. */
    EMPTY,
    /** The provider looks after it. */
    LOCKED;

    static final int FILLING_FROM = 70;
    static final int NEARLY_FULL_FROM = 80;
    static final int FULL_FROM = 100;

    /**
     * @param percent of the quota, rounded down; null without a quota of its own
     * @param managed whether the provider looks after it
     */
    static VaultState of(long bytes, Integer percent, boolean managed) {
        if (managed) {
            return LOCKED;
        }
        if (percent != null && percent >= FULL_FROM) {
            return FULL;
        }
        if (bytes == 0) {
            return EMPTY;
        }
        if (percent == null || percent < FILLING_FROM) {
            return ROOM;
        }
        return percent < NEARLY_FULL_FROM ? FILLING : NEARLY_FULL;
    }

    /**
     * @return the state of that name; empty when there is none
     */
    public static Optional<VaultState> of(String wire) {
        return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
    }

    /**
     * @return as the API spells it
     */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
