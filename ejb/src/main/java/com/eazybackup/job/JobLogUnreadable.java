package com.eazybackup.job;

/** The Comet Server did not give a job's log. The message is for the operator's log. */
public class JobLogUnreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * @param passing whether asking again later may help
     */
    JobLogUnreadable(boolean passing, String message, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /**
     * @return whether the server is away for a moment; else it has refused
     */
    public boolean passing() {
        return passing;
    }
}
