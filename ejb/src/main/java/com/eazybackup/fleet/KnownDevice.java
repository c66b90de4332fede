package com.eazybackup.fleet;

/**
 * What a device is found, sorted and judged by; not what is shown of it.
 *
 * @param id {@code comet_devices.id}
 * @param nameKey sorts as the database sorts the name
 * @param userKey sorts as the database sorts the user name
 * @param searched {@link SearchedText} of all that a search looks at
 * @param jobs where those of {@code facts} are
 */
record KnownDevice(
        String id,
        String name,
        String username,
        boolean online,
        String nameKey,
        String userKey,
        String searched,
        StandingFacts facts,
        PlacesOfJobs jobs) {

    /**
     * @return the same in the same place, whatever else is new
     */
    boolean sortsAs(KnownDevice other) {
        return nameKey.equals(other.nameKey) && userKey.equals(other.userKey);
    }
}
