package com.eazybackup.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures by key and says how long each key has to wait. Guarded by its owner; holds a
 * bounded number of keys, the longest unused go first.
 */
final class Tally {

    /**
     * How a count becomes a wait.
     *
     * @param free failures without any wait
     * @param longest the wait doubles from a second up to this
     * @param memory a key without an attempt for that long starts anew
     */
    record Policy(int free, Duration longest, Duration memory, int keys) {

        Duration waitAfter(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            int doublings = Math.min(failures - free, 30);
            Duration wait = Duration.ofSeconds(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    private static final class Count {
        int failures;
        Instant last = Instant.EPOCH;
        boolean told;
    }

    private final Policy policy;
    private final Map<String, Count> counts;

    Tally(Policy policy) {
        this.policy = policy;
        this.counts =
                new LinkedHashMap<>(64, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                        return size() > policy.keys();
                    }
                };
    }

    /**
     * @return zero when this key may try now
     */
    Duration wait(String key, Instant now) {
        Count count = counts.get(key);
        if (count == null) {
            return Duration.ZERO;
        }
        if (now.isAfter(count.last.plus(policy.memory()))) {
            counts.remove(key);
            return Duration.ZERO;
        }
        Instant until = count.last.plus(policy.waitAfter(count.failures));
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Counts an attempt as failed until {@link #takeBack} or {@link #forget} says otherwise. */
    void count(String key, Instant now) {
        Count count = counts.computeIfAbsent(key, unused -> new Count());
        count.failures++;
        count.last = now;
        count.told = false;
    }

    void takeBack(String key) {
        Count count = counts.get(key);
        if (count != null && --count.failures <= 0) {
            counts.remove(key);
        }
    }

    void forget(String key) {
        counts.remove(key);
    }

    /**
     * @return true once per attempt that was counted, so that a flood is told of once
     */
    boolean tellNow(String key) {
        Count count = counts.get(key);
        boolean first = count != null && !count.told;
        if (count != null) {
            count.told = true;
        }
        return first;
    }

    int size() {
        return counts.size();
    }
}
