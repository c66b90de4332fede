package com.eazybackup.fleet;

/** The fleet's tables could not be read. Nothing was changed; the same read may be tried again. */
public class FleetUnreadable extends RuntimeException {

    public FleetUnreadable(Exception cause) {
        super("The fleet's tables cannot be read: " + cause.getMessage(), cause);
    }
}
