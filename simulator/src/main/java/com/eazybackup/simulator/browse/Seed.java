package com.eazybackup.simulator.browse;

import java.util.List;
import java.util.UUID;

/**
 * Chance that belongs to a place: what is drawn there never depends on what was drawn before.
 * Cheap, because a folder may have a hundred thousand entries.
 */
record Seed(long value) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Seed of(String... names) {
        Seed seed = new Seed(GOLDEN);
        for (String name : names) {
            seed = seed.at(name);
        }
        return seed;
    }

    Seed at(String name) {
        long hash = value;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return new Seed(mix(hash + GOLDEN));
    }

    Seed at(int index) {
        return new Seed(mix(value + GOLDEN * (index + 1L)));
    }

    /** From low to high, both included. */
    long between(long low, long high) {
        return low + Math.floorMod(mix(value), high - low + 1);
    }

    boolean oneIn(int times) {
        return between(1, times) == 1;
    }

    <T> T from(List<T> choices) {
        return choices.get((int) between(0, choices.size() - 1L));
    }

    /** A version 4 UUID in lower case. */
    String uuid() {
        long high = (at(1).value & ~0xF000L) | 0x4000L;
        long low = (at(2).value & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /**
     * @param digits how many hexadecimal digits
     */
    String hex(int digits) {
        StringBuilder text = new StringBuilder(digits + 16);
        for (int i = 0; text.length() < digits; i++) {
            String word = Long.toHexString(at(i).value);
            text.append("0".repeat(16 - word.length())).append(word);
        }
        return text.substring(0, digits);
    }

    /** The finisher of SplitMix64. */
    private static long mix(long number) {
        long first = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
