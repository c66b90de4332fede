package com.eazybackup.batch;

import com.eazybackup.ingest.AccountDrop;
import com.eazybackup.ingest.Reconciled;
import com.eazybackup.ingest.Repaired;
import com.eazybackup.ingest.ServerLists;
import com.eazybackup.ingest.SyncPlace;
import com.eazybackup.ingest.SyncPlace.Phase;
import com.eazybackup.ingest.UnpaidDevices;
import java.io.Serializable;
import java.util.EnumMap;

/**
 * How far the nightly sync is with one Comet Server. Counts belong to a phase, so that a phase that
 * is read from its beginning again is counted once.
 */
final class SyncProfile implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final EnumMap<Phase, SyncCounts> counts = new EnumMap<>(Phase.class);
    private SyncPlace place;
    private AccountDrop drop = AccountDrop.NONE;
    private int missing;
    private int connections;
    private UnpaidDevices left = UnpaidDevices.NONE;
    private String error = "";

    SyncProfile(String name, SyncPlace place) {
        this.name = name;
        this.place = place;
    }

    String name() {
        return name;
    }

    SyncPlace place() {
        return place;
    }

    /**
     * Takes over how far the reading is: what was given out before has been written, or will be.
     */
    void reached(ServerLists lists) {
        SyncPlace now = lists.place();
        boolean again = now.phase() == place.phase() && now.position() < place.position();
        if (again) {
            counts.remove(now.phase());
        }
        boolean accounts = place.phase() == Phase.USERS && lists.accountsKnown();
        place = now;
        left = lists.unpaid();
        if (accounts) {
            drop = lists.drop();
            missing = lists.missing();
            connections = lists.connections();
        }
    }

    void add(Phase phase, Reconciled some) {
        counts.computeIfAbsent(phase, key -> new SyncCounts()).add(some);
    }

    void failed(String reason) {
        error = reason == null || reason.isEmpty() ? "its lists cannot be read" : reason;
    }

    /** Another execution tries it again. */
    void tryAgain() {
        error = "";
    }

    /** What it had left was removed, on an operator's word. */
    void confirmed() {
        drop = drop.confirmed();
        left = UnpaidDevices.NONE;
    }

    boolean open() {
        return error.isEmpty() && !place.done();
    }

    String error() {
        return error;
    }

    AccountDrop drop() {
        return drop;
    }

    int missing() {
        return missing;
    }

    /**
     * @return devices that nobody pays for and that were left, because they are suspiciously many
     */
    int unpaid() {
        // Null in a checkpoint of an earlier version.
        return left == null ? 0 : left.count();
    }

    int connections() {
        return connections;
    }

    long processed() {
        return counts.values().stream().mapToLong(SyncCounts::processed).sum();
    }

    long processed(Phase phase) {
        return counts.containsKey(phase) ? counts.get(phase).processed() : 0;
    }

    Repaired repaired() {
        return counts.values().stream()
                .map(SyncCounts::repaired)
                .reduce(Repaired.NOTHING, Repaired::plus);
    }

    void tell(RunReport report) {
        counts.values()
                .forEach(
                        phase ->
                                phase.skipped()
                                        .forEach((reason, count) -> report.skipped(reason, count)));
        report.skipped(Reconciled.MISSING_UPSTREAM, missing);
        report.processed(processed());
        Repairs.tell(report, repaired());
        LeftRemovals removals = new LeftRemovals(drop, left == null ? UnpaidDevices.NONE : left);
        if (removals.any()) {
            report.suspicious();
        }
        removals.write(report.profile(name))
                .put("connections", connections)
                .put("jobs", processed(Phase.JOBS))
                .put("missing", missing)
                .put("repaired", repaired().all())
                .put("complete", place.done())
                .put("error", error);
    }
}
