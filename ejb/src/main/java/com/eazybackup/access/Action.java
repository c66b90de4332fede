package com.eazybackup.access;

/**
 * Everything that can be seen or done, by its name in the audit trail, with the permission that it
 * needs. A route without an action here has no way through the {@link Door}.
 */
public enum Action {
    OPEN_STATUS("page.status", Permission.SEE_FLEET),
    OPEN_SESSIONS("page.sessions", Permission.OWN_ACCOUNT),
    SEE_SESSIONS("sessions.list", Permission.OWN_ACCOUNT),
    END_SESSION("sessions.end", Permission.OWN_ACCOUNT),
    END_OTHER_SESSIONS("sessions.end-others", Permission.OWN_ACCOUNT),
    CHOOSE_CLIENT("choose-client", Permission.OWN_ACCOUNT),
    SIGN_OUT("sign-out", Permission.OWN_ACCOUNT),

    OPEN_TOKENS("page.tokens", Permission.MANAGE_TOKENS),
    SEE_TOKENS("tokens.list", Permission.MANAGE_TOKENS),
    MAKE_TOKEN("tokens.make", Permission.MANAGE_TOKENS),
    REVOKE_TOKEN("tokens.revoke", Permission.MANAGE_TOKENS),

    OPEN_USERS("page.users", Permission.SEE_FLEET),
    SEE_USERS("users.list", Permission.SEE_FLEET),
    EXPORT_USERS("users.export", Permission.SEE_FLEET),
    OPEN_VAULTS("page.vaults", Permission.SEE_FLEET),
    SEE_VAULTS("vaults.list", Permission.SEE_FLEET),
    EXPORT_VAULTS("vaults.export", Permission.SEE_FLEET),
    FIND("find", Permission.SEE_FLEET),
    SEE_LOOK("preferences.see", Permission.SEE_FLEET),
    KEEP_LOOK("preferences.keep", Permission.SEE_FLEET),
    SEE_DEVICES("devices.list", Permission.SEE_FLEET),
    SEE_ITEMS("devices.items", Permission.SEE_FLEET),
    SEE_DEVICE_JOBS("devices.jobs", Permission.SEE_FLEET),
    FIND_JOBS("history.list", Permission.SEE_FLEET),
    SEE_JOB("history.job", Permission.SEE_FLEET),
    SEE_JOB_LOG("history.log", Permission.SEE_FLEET),
    SEE_PULSE("pulse.snapshot", Permission.SEE_FLEET),
    WATCH_PULSE("pulse.events", Permission.SEE_FLEET),
    SEE_USAGE("dashboard.usage", Permission.SEE_FLEET),
    SEE_STANDING("dashboard.standing", Permission.SEE_FLEET),
    SEE_INCIDENTS("incidents.list", Permission.SEE_FLEET),
    SNOOZE_INCIDENT("incidents.snooze", Permission.SNOOZE_INCIDENTS),
    WAKE_INCIDENT("incidents.wake", Permission.SNOOZE_INCIDENTS),
    SNOOZE_GROUP("incidents.snooze-group", Permission.SNOOZE_INCIDENTS),
    WAKE_GROUP("incidents.wake-group", Permission.SNOOZE_INCIDENTS),
    SEE_GROUPS("groups.list", Permission.SEE_FLEET),
    CREATE_GROUP("groups.create", Permission.GROUP_DEVICES),
    CHANGE_GROUP("groups.change", Permission.GROUP_DEVICES),
    DELETE_GROUP("groups.delete", Permission.GROUP_DEVICES),
    ORDER_GROUPS("groups.order", Permission.GROUP_DEVICES),
    ASSIGN_DEVICES("groups.assign", Permission.GROUP_DEVICES),

    OPEN_ACTIVITY("page.activity", Permission.SEE_CLIENT_TRAIL),
    SEE_ACTIVITY("activity.list", Permission.SEE_CLIENT_TRAIL),
    EXPORT_ACTIVITY("activity.export", Permission.SEE_CLIENT_TRAIL),
    OPEN_TRAIL("page.trail", Permission.SEE_TRAIL),
    SEE_TRAIL("trail.list", Permission.SEE_TRAIL),
    EXPORT_TRAIL("trail.export", Permission.SEE_TRAIL),

    OPEN_CLIENTS("page.clients", Permission.VIEW_CLIENTS),
    FIND_CLIENTS("clients.list", Permission.VIEW_CLIENTS),
    /** An administrator begins to look at a client's portal; the target is the reason. */
    VIEW_AS("clients.view", Permission.VIEW_CLIENTS),
    STOP_VIEWING("clients.view-end", Permission.VIEW_CLIENTS),

    OPEN_SERVICES("page.services", Permission.SEE_DISCOUNTS),
    OPEN_SERVICE("page.service", Permission.SEE_DISCOUNTS),
    FIND_SERVICES("services.list", Permission.SEE_DISCOUNTS),
    EXPORT_SERVICES("services.export", Permission.SEE_DISCOUNTS),
    SEE_DISCOUNTS("discounts.see", Permission.SEE_DISCOUNTS),
    SAVE_DISCOUNTS("discounts.save", Permission.SET_DISCOUNTS),
    SET_DISCOUNT("discounts.set", Permission.SET_DISCOUNTS),
    REMOVE_DISCOUNT("discounts.remove", Permission.SET_DISCOUNTS),
    PREVIEW_AMOUNT("discounts.recalculate", Permission.SEE_DISCOUNTS),
    COMMIT_AMOUNT("discounts.commit", Permission.SET_DISCOUNTS),
    SEE_DISCOUNT_HISTORY("discounts.history", Permission.SEE_DISCOUNTS),
    UNDO_DISCOUNTS("discounts.undo", Permission.SET_DISCOUNTS),

    OPEN_OPERATIONS("page.operations", Permission.SEE_OPERATIONS),
    SEE_INTAKE("intake.status", Permission.SEE_OPERATIONS),
    SEE_ALERTS("alerts.list", Permission.SEE_OPERATIONS),
    SEE_OLD_ALERTS("alerts.old", Permission.SEE_OPERATIONS),
    DISMISS_ALERT("alerts.dismiss", Permission.RUN_OPERATIONS),
    SEE_CATCH_UPS("intake.catch-ups", Permission.SEE_OPERATIONS),
    READ_LISTS_AGAIN("intake.catch-up", Permission.RUN_OPERATIONS),
    CONNECT_NOW("intake.connect", Permission.RUN_OPERATIONS),
    SEE_MONITOR("monitor.status", Permission.SEE_OPERATIONS),
    SEE_STALLED_JOBS("monitor.jobs", Permission.SEE_OPERATIONS),
    SEE_MONITOR_RUNS("monitor.runs", Permission.SEE_OPERATIONS),
    RUN_MONITOR("monitor.run", Permission.RUN_OPERATIONS),
    JUDGE_JOB("monitor.job-dry-run", Permission.RUN_OPERATIONS),
    STEP_JOB("monitor.job-run", Permission.RUN_OPERATIONS),
    RUN_HEARTBEAT("heartbeat.run", Permission.RUN_OPERATIONS),
    COUNT_QUARANTINE("quarantine.count", Permission.SEE_OPERATIONS),
    SEE_QUARANTINE("quarantine.list", Permission.SEE_OPERATIONS),
    REPLAY_FRAME("quarantine.replay", Permission.RUN_OPERATIONS),
    REPLAY_FRAMES("quarantine.replay-all", Permission.RUN_OPERATIONS),
    DISCARD_FRAME("quarantine.discard", Permission.RUN_OPERATIONS),
    SEE_JOBS("jobs.list", Permission.SEE_OPERATIONS),
    SEE_JOB_RUNS("jobs.executions", Permission.SEE_OPERATIONS),
    START_JOB("jobs.start", Permission.RUN_OPERATIONS),
    STOP_JOB("jobs.stop", Permission.RUN_OPERATIONS),
    RESTART_JOB("jobs.restart", Permission.RUN_OPERATIONS),
    CONFIRM_REMOVALS("jobs.confirm", Permission.RUN_OPERATIONS),
    SEE_OWN_SECURITY("account.security", Permission.OWN_ACCOUNT),
    CHANGE_OWN_PASSWORD("account.password", Permission.OWN_ACCOUNT),
    BEGIN_SECOND_FACTOR("account.factor-begin", Permission.OWN_ACCOUNT),
    ADD_SECOND_FACTOR("account.factor-on", Permission.OWN_ACCOUNT),
    REMOVE_SECOND_FACTOR("account.factor-off", Permission.OWN_ACCOUNT),
    RENEW_RECOVERY_CODES("account.recovery-codes", Permission.OWN_ACCOUNT),
    SEE_ADMINS("admins.list", Permission.MANAGE_ADMINS),
    INVITE_ADMIN("admins.invite", Permission.MANAGE_ADMINS),
    RESEND_INVITE("admins.invite-again", Permission.MANAGE_ADMINS),
    REVOKE_INVITE("admins.invite-revoke", Permission.MANAGE_ADMINS),
    CHANGE_ADMIN_ROLE("admins.role", Permission.MANAGE_ADMINS),
    DISABLE_ADMIN("admins.disable", Permission.MANAGE_ADMINS),
    ENABLE_ADMIN("admins.enable", Permission.MANAGE_ADMINS),
    RESET_ADMIN_FACTOR("admins.factor-reset", Permission.MANAGE_ADMINS),
    END_ADMIN_SESSIONS("admins.sessions-end", Permission.MANAGE_ADMINS),
    /** A page for administrators alone; each of its parts asks again. */
    OPEN_ADMIN_PAGE("admin.page", Permission.OWN_ACCOUNT);

    private final String code;
    private final Permission permission;

    Action(String code, Permission permission) {
        this.code = code;
        this.permission = permission;
    }

    /**
     * @return its name in the audit trail
     */
    public String code() {
        return code;
    }

    public Permission permission() {
        return permission;
    }
}
