package com.eazybackup.ingest;

import java.io.Serializable;

/**
 * How many rows of each kind were not as a Comet Server says, and are now.
 *
 * @param orphans of the devices, how many had no active service
 */
public record Repaired(int users, int devices, int items, int vaults, int jobs, int orphans)
        implements Serializable {

    private static final long serialVersionUID = 1;

    public static final Repaired NOTHING = new Repaired(0, 0, 0, 0, 0, 0);

    static Repaired of(RowTally rows, int orphans) {
        return new Repaired(
                rows.users(), rows.devices(), rows.items(), rows.vaults(), rows.jobs(), orphans);
    }

    public Repaired plus(Repaired more) {
        return new Repaired(
                users + more.users,
                devices + more.devices,
                items + more.items,
                vaults + more.vaults,
                jobs + more.jobs,
                orphans + more.orphans);
    }

    /**
     * @return rows in all; orphans are among the devices
     */
    public int all() {
        return users + devices + items + vaults + jobs;
    }
}
