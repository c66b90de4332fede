package com.eazybackup.monitor;

import com.eazybackup.comet.Secrets;

/** What went wrong, as text that may be stored and shown. */
final class MonitorTrouble {

    private static final int LONGEST = 255;

    private MonitorTrouble() {}

    /** On one line, without secrets, and short. */
    static String text(Exception why) {
        String said = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        String text = Secrets.withoutIn(said.replaceAll("\\s+", " "));
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
