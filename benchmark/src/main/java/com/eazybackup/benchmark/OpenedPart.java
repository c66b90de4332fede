package com.eazybackup.benchmark;

import java.util.ArrayList;
import java.util.List;

/** One thing that a page asks for, by one client, measured many times. */
final class OpenedPart {

    /**
     * @param millis from the request to the last byte
     * @param selects statements that read, of the whole database meanwhile
     * @param rows how often the database went to a row or a key meanwhile
     * @param cpu processor time of portal and database meanwhile, in milliseconds
     */
    record Look(double millis, long selects, long rows, long cpu) {}

    private final List<Look> looks = new ArrayList<>();
    private int bytes;

    void add(Look look, int answered) {
        looks.add(look);
        bytes = answered;
    }

    double millis() {
        double[] sorted = looks.stream().mapToDouble(Look::millis).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The median passes over what the portal's own clocks asked meanwhile. */
    long selects() {
        return median(looks.stream().mapToLong(Look::selects).sorted().toArray());
    }

    long rows() {
        return median(looks.stream().mapToLong(Look::rows).sorted().toArray());
    }

    /** Linux counts in hundredths of a second, so that only the mean of many says something. */
    double cpu() {
        return looks.stream().mapToLong(Look::cpu).average().orElse(0);
    }

    int bytes() {
        return bytes;
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }
}
