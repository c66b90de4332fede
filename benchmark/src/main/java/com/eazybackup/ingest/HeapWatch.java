package com.eazybackup.ingest;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What the heap of this process held at most, at one moment: in all, before a collection, and what
 * was left after one, which is what is needed. The pools' own peaks are of different moments and
 * their sum may be more than the heap.
 */
final class HeapWatch {

    private final AtomicLong full = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final Set<String> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getName)
                    .collect(Collectors.toSet());

    /** From now on. */
    static HeapWatch begun() {
        HeapWatch watch = new HeapWatch();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (said, of) -> watch.hear((CompositeData) said.getUserData()),
                            null,
                            null);
        }
        return watch;
    }

    private void hear(CompositeData said) {
        GcInfo collection = GarbageCollectionNotificationInfo.from(said).getGcInfo();
        full.accumulateAndGet(used(collection.getMemoryUsageBeforeGc()), Math::max);
        kept.accumulateAndGet(used(collection.getMemoryUsageAfterGc()), Math::max);
    }

    private long used(Map<String, MemoryUsage> usage) {
        return usage.entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    long fullMebibytes() {
        return full.get() >> 20;
    }

    long keptMebibytes() {
        return kept.get() >> 20;
    }
}
