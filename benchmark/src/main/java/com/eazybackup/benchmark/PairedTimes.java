package com.eazybackup.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two things measured in turn, many times, on a machine that is not quiet. What disturbs a pair
 * disturbs both halves of it, so each pair gives a ratio of its own, and the median of those tells
 * more than the ratio of two medians. Who goes first changes with each pair: the second finds
 * warmer caches and more garbage.
 *
 * @param pairs in the order of measuring
 */
record PairedTimes(List<Pair> pairs) {

    /** Both in milliseconds. */
    record Pair(double first, double second) {

        double ratio() {
            return second / first;
        }
    }

    /** Does something once. */
    interface Timed {
        /**
         * @return how long it took, in nanoseconds
         */
        long run() throws Exception;
    }

    static PairedTimes of(int count, Timed one, Timed other) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            if (pairs.size() % 2 == 0) {
                long first = one.run();
                pairs.add(new Pair(first / 1e6, other.run() / 1e6));
            } else {
                long second = other.run();
                pairs.add(new Pair(one.run() / 1e6, second / 1e6));
            }
        }
        return new PairedTimes(List.copyOf(pairs));
    }

    /** The same when the second can only be done after the first. */
    static PairedTimes inOrder(int count, Timed one, Timed other) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            long first = one.run();
            pairs.add(new Pair(first / 1e6, other.run() / 1e6));
        }
        return new PairedTimes(List.copyOf(pairs));
    }

    double medianFirst() {
        return part(Pair::first, 0.5);
    }

    double medianSecond() {
        return part(Pair::second, 0.5);
    }

    /** The second by the first: median and middle half of the pairs, and of the quiet moments. */
    String toldRatio() {
        return "%.2f (half of the pairs %.2f to %.2f; of the fastest tenths %.2f)"
                .formatted(
                        part(Pair::ratio, 0.5),
                        part(Pair::ratio, 0.25),
                        part(Pair::ratio, 0.75),
                        part(Pair::second, 0.1) / part(Pair::first, 0.1));
    }

    String toldFirst() {
        return told(Pair::first);
    }

    String toldSecond() {
        return told(Pair::second);
    }

    private String told(ToDoubleFunction<Pair> of) {
        return "median %.1f ms (tenths %.1f to %.1f)"
                .formatted(part(of, 0.5), part(of, 0.1), part(of, 0.9));
    }

    private double part(ToDoubleFunction<Pair> of, double share) {
        double[] sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
