package com.eazybackup.simulator.fleet;

/** The stream's events that the simulator sends. */
public enum EventKind {
    META_HELLO(4000),
    ACCOUNT_NEW(4100),
    ACCOUNT_REMOVED(4101),
    ACCOUNT_UPDATED(4102),
    ACCOUNT_ADMIN_LOGIN(4153),
    JOB_NEW(4200),
    JOB_COMPLETED(4201),
    SERVER_STARTED(4400),
    DEVICE_NEW(4700),
    DEVICE_REMOVED(4701),
    DEVICE_LIVE_CONNECT(4702),
    DEVICE_LIVE_DISCONNECT(4703);

    private final int number;

    EventKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The symbolic name, for example SEVT_JOB_NEW. */
    public String typeString() {
        return "SEVT_" + name();
    }
}
