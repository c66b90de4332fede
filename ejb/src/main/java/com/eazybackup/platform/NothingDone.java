package com.eazybackup.platform;

/** The same, of something that was not begun because of it: nothing was changed anywhere. */
public class NothingDone extends DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    /**
     * @param what could not be done, for the log
     */
    public NothingDone(String what, Exception cause) {
        super(what, cause);
    }
}
