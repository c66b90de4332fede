package com.eazybackup.job;

import java.util.Optional;

/**
 * A job over all Comet Servers, as {@code FleetJob.id} writes it.
 *
 * @param server the profile's name; empty where nobody knows on which server a user is
 */
record JobAddress(String server, String job) {

    /**
     * @return empty for what is no such id
     */
    static Optional<JobAddress> of(String id) {
        // A profile's name has no colon; what Comet calls a job is free text.
        int colon = id.indexOf(':');
        return colon < 0 || colon == id.length() - 1
                ? Optional.empty()
                : Optional.of(new JobAddress(id.substring(0, colon), id.substring(colon + 1)));
    }
}
