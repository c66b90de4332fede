package com.eazybackup.monitor;

import java.sql.SQLException;

/**
 * The Comet Server was asked to end a job, and what came of that is not written: the database takes
 * nothing now. The next event or run of the monitor writes it.
 */
public class StepUnwritten extends Exception {

    private static final long serialVersionUID = 1L;

    StepUnwritten(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
