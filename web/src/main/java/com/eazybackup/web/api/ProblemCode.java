package com.eazybackup.web.api;

/**
 * The codes that a program may rely on, each with its usual HTTP status and a title that is the
 * same at every occurrence.
 */
public enum ProblemCode {
    VALIDATION("validation", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "Not signed in"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    CONFLICT("conflict", 409, "Not possible as things stand"),
    PROFILE_CHANGED("profile-changed", 409, "The profile was changed meanwhile"),
    DEVICE_OFFLINE("device-offline", 409, "The device is not online"),
    COMET_UNREACHABLE("comet-unreachable", 503, "The backup server does not answer"),
    COMET_REFUSED("comet-refused", 502, "The backup server refused"),
    WHMCS_UNREACHABLE("whmcs-unreachable", 503, "The customer system does not answer"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
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
