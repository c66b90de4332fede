package com.eazybackup.ingest;

/**
 * What a list of connections said, and what became of it.
 *
 * @param connections as listed; several of one device count each
 * @param connectedUsers whose they are
 * @param users whose devices were looked at
 * @param devices that were looked at
 * @param online how many of them are shown so now
 * @param came how many came online, as {@code went}
 * @param deferred how many are missing and still shown online
 * @param tooShort whether the list was so short that it needs to come several times; then, too,
 *     when it was believed
 * @param doubt why it was not believed, so that nothing was changed; else empty
 */
public record PresenceReport(
        int connections,
        int connectedUsers,
        int users,
        int devices,
        int online,
        int came,
        int went,
        int deferred,
        boolean tooShort,
        String doubt) {

    public boolean believed() {
        return doubt.isEmpty();
    }
}
