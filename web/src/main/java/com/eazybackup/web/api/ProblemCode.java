package com.eazybackup.web.api;

/**
 * The codes that a program may rely on, each with its usual HTTP status and a title that is the
 * same at every occurrence.
 */
public enum ProblemCode {
    VALIDATION("validation", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "Not signed in"),
    /** The password was right, the code of the second factor is wanted, or another one. */
    SECOND_FACTOR("second-factor", 401, "A second factor is needed"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    CONFLICT("conflict", 409, "Not possible as things stand"),
    PROFILE_CHANGED("profile-changed", 409, "The profile was changed meanwhile"),
    DEVICE_OFFLINE("device-offline", 409, "The device is not online"),
    COMET_UNREACHABLE("comet-unreachable", 503, "The backup server does not answer"),
    COMET_REFUSED("comet-refused", 502, "The backup server refused"),
    WHMCS_UNREACHABLE("whmcs-unreachable", 503, "The customer system does not answer"),
    /** The same, where it is sure that nothing was changed there. */
    WHMCS_UNAVAILABLE(
            "whmcs-unavailable", 503, "The customer system does not answer, nothing was changed"),
    DISCOUNT_CONFLICT("discount-conflict", 409, "Prices were changed meanwhile"),
    STALE_PREVIEW("stale-preview", 409, "The prices come to another amount"),
    AMOUNT_CHANGED("amount-changed", 409, "The amount was changed meanwhile"),
    OPTIONS_CHANGED("options-changed", 409, "Quantities or choices were changed meanwhile"),
    NOT_RENEWING("not-renewing", 409, "The service does not renew"),
    AMOUNT_NOT_TAKEN("amount-not-taken", 409, "The customer system did not take the amount"),
    COMMIT_PENDING("commit-pending", 409, "Another change is under way"),
    UNDO_CONFLICT("undo-conflict", 409, "It was changed since"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    END_UNKNOWN("end-unknown", 503, "Whether it was done is not known"),
    INTERNAL("internal", 500, "Something went wrong here");

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
