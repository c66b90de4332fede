package com.eazybackup.monitor;

/** The monitor is at this Comet Server's jobs already, on this node or another. */
public class MonitorBusy extends Exception {

    private static final long serialVersionUID = 1L;

    public MonitorBusy(String message) {
        super(message);
    }
}
