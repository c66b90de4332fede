package com.eazybackup.whmcs;

/**
 * WHMCS did not do what it was asked. The message names the action and the reason and never a
 * secret; it is for the log, not for customers.
 */
public class WhmcsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller can do about it. */
    public enum Kind {
        /** No connection, no answer in time, or an answer that is not WHMCS's: try later. */
        UNREACHABLE,
        /** Our credentials or address are not accepted: an operator must act. */
        REFUSED,
        /** WHMCS understood and said no; {@link #getMessage()} has its words. */
        FAILED,
        /** WHMCS holds something that cannot be used: an operator must act. */
        UNUSABLE
    }

    private final Kind kind;

    WhmcsException(Kind kind, String message) {
        super("WHMCS: " + message);
        this.kind = kind;
    }

    WhmcsException(Kind kind, String message, Throwable cause) {
        super("WHMCS: " + message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
