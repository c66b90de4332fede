package com.eazybackup.fleet;

import java.sql.SQLException;

/** The fleet's tables could not be read. Nothing was changed; the same read may be tried again. */
public class FleetUnreadable extends RuntimeException {

    public FleetUnreadable(SQLException cause) {
        super("The fleet's tables cannot be read: " + cause.getMessage(), cause);
    }
}
