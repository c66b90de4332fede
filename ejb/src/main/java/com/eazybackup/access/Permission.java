package com.eazybackup.access;

/**
 * What somebody may be allowed to do. Who is, says {@link Duty}; what needs it, says {@link
 * Action}.
 */
public enum Permission {
    /** Look after one's own sign-in: sessions, password, second factor. Everybody's. */
    OWN_ACCOUNT("own-account", Of.PERSON),
    /** See a client's devices, items, vaults and jobs, and what happens to them. */
    SEE_FLEET("see-fleet", Of.CLIENT),
    /** Hide what is the matter with a device for a while, for everybody of the client. */
    SNOOZE_INCIDENTS("snooze-incidents", Of.CLIENT),
    /** Put devices into groups, and make, change and delete those, for everybody of the client. */
    GROUP_DEVICES("group-devices", Of.CLIENT),
    /** Make and revoke the client's keys for programs. */
    MANAGE_TOKENS("manage-tokens", Of.CLIENT),
    /** Read who did what for the client. */
    SEE_CLIENT_TRAIL("see-client-trail", Of.CLIENT),
    /** See how ingestion stands. */
    SEE_OPERATIONS("see-operations", Of.PORTAL),
    /** Have lists read again, replay and discard frames. */
    RUN_OPERATIONS("run-operations", Of.PORTAL),
    /** Find a client, and look at its portal as the client sees it. */
    VIEW_CLIENTS("view-clients", Of.PORTAL),
    /** See what services cost, and what was agreed on for them. */
    SEE_DISCOUNTS("see-discounts", Of.PORTAL),
    /** Save prices, write amounts to WHMCS, and take both back. */
    SET_DISCOUNTS("set-discounts", Of.PORTAL),
    /** Read who did what, everywhere. */
    SEE_TRAIL("see-trail", Of.PORTAL),
    /** Invite, change and disable administrators. */
    MANAGE_ADMINS("manage-admins", Of.PORTAL);

    /** What a permission is about. */
    public enum Of {
        /** Whoever is signed in, and nothing but their own. */
        PERSON,
        /** The client that is acted for. */
        CLIENT,
        /** All of the portal. */
        PORTAL
    }

    private final String code;
    private final Of of;

    Permission(String code, Of of) {
        this.code = code;
        this.of = of;
    }

    /**
     * @return as scopes of tokens, documents and the API spell it
     */
    public String code() {
        return code;
    }

    public Of of() {
        return of;
    }
}
