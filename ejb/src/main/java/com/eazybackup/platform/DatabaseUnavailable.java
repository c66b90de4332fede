package com.eazybackup.platform;

/** The database does not answer just now. What was asked for may be asked for again. */
public class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what could not be done, for the log
     */
    public DatabaseUnavailable(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
