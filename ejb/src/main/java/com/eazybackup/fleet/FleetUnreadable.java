package com.eazybackup.fleet;

/**
 * The fleet's tables could not be read, or what is kept beside them written: whether it is written
 * is not known then. The same read may be tried again.
 */
public class FleetUnreadable extends RuntimeException {

    public FleetUnreadable(Exception cause) {
        super("The fleet's tables cannot be read: " + cause.getMessage(), cause);
    }
}
