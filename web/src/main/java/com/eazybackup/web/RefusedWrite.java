package com.eazybackup.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says in the server's log that a write was refused before anybody looked at what it wants: an
 * attack, or a page that was left open too long. Holds the path and nothing else that was sent.
 */
public final class RefusedWrite {

    private static final Logger LOG = System.getLogger(RefusedWrite.class.getName());
    private static final int LONGEST = 200;

    private RefusedWrite() {}

    /**
     * @param why what the write is, in the words before "was refused"
     * @param path as it was sent, not decoded
     */
    public static void log(String why, String path) {
        LOG.log(Level.INFO, "A write to {0} {1} was refused", safe(path), why);
    }

    /** A line of its own that nobody can end, and of a bearable length. */
    static String safe(String path) {
        String plain = String.valueOf(path).replaceAll("[^\\x21-\\x7E]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
