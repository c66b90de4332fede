package com.eazybackup.operations;

/** What an operator asked for cannot be done now. The message is fit for an operator. */
public class OperationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is under way already. */
        CONFLICT,
        /** It was done, and what came of it is not written: the database takes nothing now. */
        UNWRITTEN,
        /** The Comet Server does not answer. */
        COMET_AWAY,
        /** The Comet Server declines. */
        COMET_REFUSED
    }

    private final Reason reason;

    OperationRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
