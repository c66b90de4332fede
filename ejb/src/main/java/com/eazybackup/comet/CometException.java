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
        /** The server does not know this account or password. Repeating it can lock it out. */
        WRONG_CREDENTIALS(false),
        /** The account needs a one-time code to sign in. */
        TOTP_REQUIRED(false),
        /** The account may sign in, but not do this. */
        FORBIDDEN(false),
        NOT_FOUND(false),
        UNKNOWN_USER(false),
        /** The device is not connected to the server under that connection. */
        NOT_ONLINE(true),
        /** What was to be replaced has been changed by somebody else. */
        CONFLICT(false),
        /** The server understood and declined. */
        REFUSED(false),
        /** The server has trouble of its own. */
        FAILED(true),
        /** It was not asked: too many calls are under way, or it has not answered for a while. */
        BUSY(true),
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

        /**
         * @return whether every other call would come to the same
         */
        public boolean endsAll() {
            return this == WRONG_CREDENTIALS || this == TOTP_REQUIRED || this == INTERRUPTED;
        }
    }

    private final Kind kind;
    private final int status;
    private boolean saidByComet;

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

    /** The server itself says so, not something on the way to it. */
    CometException saidByComet() {
        saidByComet = true;
        return this;
    }

    /**
     * @return false for what a proxy may have answered
     */
    public boolean isSaidByComet() {
        return saidByComet;
    }

    /**
     * A page that a proxy has not found says nothing of a job. Some servers have another number for
     * a job that they do not know; then the list must lack it.
     *
     * @param unlisted whether a complete list of what is there, read just before, has it not
     * @return whether the server does not know what it was asked about
     */
    public boolean saysUnknown(boolean unlisted) {
        return saidByComet && (kind == Kind.NOT_FOUND || (kind == Kind.REFUSED && unlisted));
    }

    /** The same trouble, known better. */
    CometException as(Kind better) {
        CometException same = new CometException(better, status, getMessage());
        same.saidByComet = saidByComet;
        same.initCause(this);
        return same;
    }
}
