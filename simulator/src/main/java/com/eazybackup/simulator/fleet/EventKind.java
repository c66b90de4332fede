package com.eazybackup.simulator.fleet;

/** The stream's events that the simulator sends. */
public enum EventKind {
    META_HELLO(4000),
    ACCOUNT_NEW(4100),
    ACCOUNT_REMOVED(4101),
    ACCOUNT_UPDATED(4102),
    ACCOUNT_LOGIN(4103),
    ACCOUNT_LOGIN_FAILED(4104),
    ACCOUNT_SESSION_START(4105),
    ACCOUNT_SESSION_REVOKE(4106),
    ACCOUNT_ADMIN_LOGIN(4153),
    ACCOUNT_ADMIN_LOGIN_FAILED(4154),
    ACCOUNT_ADMIN_SESSION_START(4155),
    ACCOUNT_ADMIN_SESSION_REVOKE(4156),
    JOB_NEW(4200),
    JOB_COMPLETED(4201),
    BUCKET_NEW(4300),
    BUCKET_REMOVED(4301),
    SERVER_STARTED(4400),
    SERVER_SHUTDOWN(4402),
    TENANT_NEW(4500),
    TENANT_REMOVED(4501),
    TENANT_UPDATED(4502),
    POLICY_NEW(4600),
    POLICY_REMOVED(4601),
    POLICY_UPDATED(4602),
    DEVICE_NEW(4700),
    DEVICE_REMOVED(4701),
    DEVICE_LIVE_CONNECT(4702),
    DEVICE_LIVE_DISCONNECT(4703),
    DEVICE_LOBBY_DISCONNECT(4705),
    USERGROUP_NEW(4800),
    USERGROUP_REMOVED(4801),
    USERGROUP_UPDATED(4802),
    SQUOTA_NEW(4803),
    SQUOTA_REMOVED(4804),
    SQUOTA_UPDATED(4805);

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
