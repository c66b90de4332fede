package com.eazybackup.whmcs;

/**
 * A row that may say whose a Comet user is.
 *
 * @param mapping whether it comes from {@code comet_users}; otherwise from a service of the profile
 * @param client the client's id, 0 when the row has none
 * @param username as stored
 * @param active whether the service is Active
 * @param service the service's id, 0 for a mapping
 */
record UserCandidate(boolean mapping, int client, String username, boolean active, int service) {

    static UserCandidate mapping(int client, String username) {
        return new UserCandidate(true, client, username, false, 0);
    }

    static UserCandidate service(int service, int client, String username, boolean active) {
        return new UserCandidate(false, client, username, active, service);
    }
}
