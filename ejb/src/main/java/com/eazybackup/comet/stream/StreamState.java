package com.eazybackup.comet.stream;

import java.util.Locale;

/** How a stream stands. */
public enum StreamState {
    /** The first attempt since the start is under way. */
    CONNECTING,
    LIVE,
    /** It was lost, or has not come about; attempts go on. */
    DOWN,
    /** The server does not accept our credentials; attempts go on, slowly. */
    REFUSED;

    /**
     * @return the name in JSON and in the table
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
