package com.eazybackup.ingest;

/** How many rows of each kind were not as a Comet Server says, and are now. */
final class RowTally {

    private int jobs;
    private int devices;
    private int items;
    private int vaults;
    private int users;

    void jobs(int rows) {
        jobs += rows;
    }

    void devices(int rows) {
        devices += rows;
    }

    void items(int rows) {
        items += rows;
    }

    void vaults(int rows) {
        vaults += rows;
    }

    void users(int rows) {
        users += rows;
    }

    void add(RowTally more) {
        jobs += more.jobs;
        devices += more.devices;
        items += more.items;
        vaults += more.vaults;
        users += more.users;
    }

    int jobs() {
        return jobs;
    }

    int devices() {
        return devices;
    }

    int items() {
        return items;
    }

    int vaults() {
        return vaults;
    }

    int users() {
        return users;
    }

    int all() {
        return jobs + devices + items + vaults + users;
    }

    @Override
    public String toString() {
        return "jobs=%d devices=%d items=%d vaults=%d users=%d"
                .formatted(jobs, devices, items, vaults, users);
    }
}
