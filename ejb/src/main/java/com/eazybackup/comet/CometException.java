package com.eazybackup.comet;

/**
 * A Comet Server did not do what it was asked. The message is fit for a log and for an operator: it
 * never holds a parameter of the call.
 */
public class CometException extends Exception {

    /** What to make of it. */
    public enum Kind {
        /** Nobody answers there, or the answer broke off. */
        UNREACHABLE(true),
        TIMED_OUT(true),
        /**
         * The server does not let this account do it: wrong name or password, or a missing
         * permission. Comet does not say which. Repeating it can lock the account out.
         */
        WRONG_CREDENTIALS(false),
        NOT_FOUND(false),
        /** What was to be replaced has been changed by somebody else. */
        CONFLICT(false),
        /** The server understood and declined. */
        REFUSED(false),
        /**
         * The server has trouble of its own. Also its answer to a user name that it does not know.
         */
        FAILED(true),
        /** No answer of a Comet Server: a proxy's page, or something that is not JSON. */
        UNREADABLE(true),
        /** This process is ending. */
        INTERRUPTED(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /**
         * @return whether the same call may succeed later without anybody's doing
         */
        public boolean passing() {
            return passing;
        }
    }

    private final Kind kind;
    private final int status;

    CometException(Kind kind, int status, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    CometException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = 0;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * @return Comet's number for the error, or HTTP's; 0 when nothing was answered
     */
    public int status() {
        return status;
    }
}
