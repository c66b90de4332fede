package com.eazybackup.benchmark;

import java.util.Arrays;

/** Delays of many single things. Safe for several threads. */
final class Delays {

    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void add(long delay) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = delay;
    }

    synchronized int count() {
        return count;
    }

    synchronized String told() {
        if (count == 0) {
            return "nothing arrived";
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return "median %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms (%,d)"
                .formatted(
                        part(sorted, 0.5),
                        part(sorted, 0.9),
                        part(sorted, 0.99),
                        part(sorted, 0.999),
                        part(sorted, 1),
                        count);
    }

    private static double part(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * (sorted.length - 1))] / 1e6;
    }
}
