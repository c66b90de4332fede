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
        /** What the action is about does not exist, or is not in the state that it needs. */
        NOT_FOUND,
        /** Somebody else has this address already. */
        TAKEN,
        /** WHMCS understood and said no; {@link #getMessage()} has its words. */
        FAILED,
        /** WHMCS holds something that cannot be used: an operator must act. */
        UNUSABLE
    }

    private final Kind kind;
    private final boolean outcomeUnknown;

    public WhmcsException(Kind kind, String message) {
        this(kind, message, false, null);
    }

    /**
     * @param outcomeUnknown see {@link #outcomeUnknown()}
     * @param cause null when there is none that may be shown
     */
    public WhmcsException(Kind kind, String message, boolean outcomeUnknown, Throwable cause) {
        super("WHMCS: " + message, cause);
        this.kind = kind;
        this.outcomeUnknown = outcomeUnknown;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * @return whether what was asked may have been done all the same, because no answer came: look
     *     before asking again
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
