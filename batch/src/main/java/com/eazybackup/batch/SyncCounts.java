package com.eazybackup.batch;

import com.eazybackup.ingest.Reconciled;
import com.eazybackup.ingest.Repaired;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** What one phase of one Comet Server's reading came to. */
final class SyncCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private final HashMap<String, Integer> skipped = new HashMap<>();
    private long processed;
    private Repaired repaired = Repaired.NOTHING;

    void add(Reconciled some) {
        processed += some.processed();
        some.skipped().forEach((reason, count) -> skipped.merge(reason, count, Integer::sum));
        repaired = repaired.plus(some.repaired());
    }

    long processed() {
        return processed;
    }

    Map<String, Integer> skipped() {
        return skipped;
    }

    Repaired repaired() {
        return repaired;
    }
}
