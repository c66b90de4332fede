package com.eazybackup.simulator.fleet;

import java.util.Optional;
import java.util.UUID;

/**
 * GUIDs of past jobs that say, to whoever knows how, which job is meant: so none of them has to be
 * kept.
 */
final class JobNames {

    /**
     * @param account its place in the plan
     * @param item its place among the account's items
     * @param day days since 1970
     */
    record Night(int account, int item, int day) {}

    private static final long LOW = 0x3FFF_FFFF_FFFF_FFFFL;

    private final long seed;

    JobNames(long seed) {
        this.seed = seed;
    }

    /** A version 4 UUID in lower case. */
    String of(Night night) {
        long payload = ((long) night.account() << 26) | ((long) night.item() << 16) | night.day();
        long high = (mixed(payload ^ seed) & ~0xF000L) | 0x4000L;
        long low = ((payload ^ mixed(high)) & LOW) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    /** Nothing for any other text. */
    Optional<Night> night(String id) {
        if (id.length() != 36) {
            return Optional.empty();
        }
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
        long payload =
                (uuid.getLeastSignificantBits() ^ mixed(uuid.getMostSignificantBits())) & LOW;
        Night night =
                new Night(
                        (int) (payload >>> 26),
                        (int) (payload >>> 16) & 0x3FF,
                        (int) payload & 0xFFFF);
        return of(night).equals(id) ? Optional.of(night) : Optional.empty();
    }

    /** The finisher of SplitMix64. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
