package com.eazybackup.platform;

/**
 * The database does not answer just now. What was to be read may be read again. Of what was to be
 * written nobody knows whether it is, unless it is {@link NothingDone}: an answer may be missing
 * because the database has stopped before it has done something, or after.
 */
public class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what could not be done, for the log
     */
    public DatabaseUnavailable(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
