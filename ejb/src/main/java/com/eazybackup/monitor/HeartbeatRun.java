package com.eazybackup.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One look at which devices of a Comet Server are connected.
 *
 * @param connectedUsers whose the connections are
 * @param users whose devices were looked at
 * @param came how many devices came online, as {@code went}
 * @param deferred how many are missing and still shown online
 * @param error why it failed or was not believed, without secrets; else empty
 * @param doubted how many looks in a row found the list very short, with this one
 */
public record HeartbeatRun(
        String profile,
        Instant began,
        Duration took,
        int connections,
        int connectedUsers,
        int users,
        int devices,
        int online,
        int came,
        int went,
        int deferred,
        Outcome outcome,
        String error,
        int doubted) {

    /** How it ended. */
    public enum Outcome {
        COMPLETE,
        FAILED,
        /** The list was too short to be believed. */
        REFUSED,
        /** Another node is at it, or has just been. */
        SKIPPED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public int offline() {
        return devices - online;
    }

    static HeartbeatRun without(
            String profile,
            Instant began,
            Duration took,
            Outcome outcome,
            String error,
            int doubted) {
        return new HeartbeatRun(
                profile, began, took, 0, 0, 0, 0, 0, 0, 0, 0, outcome, error, doubted);
    }
}
