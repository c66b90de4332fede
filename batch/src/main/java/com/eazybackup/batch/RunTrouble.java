package com.eazybackup.batch;

import com.eazybackup.comet.Secrets;

/** For what a run has failed, as text that may be stored and shown. */
final class RunTrouble {

    private RunTrouble() {}

    /** On one line and without secrets: what went wrong and, where it says more, what did first. */
    static String text(Throwable why) {
        Throwable first = why;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String said = said(why);
        String cause = said(first);
        String both = said.contains(cause) ? said : said + " (" + cause + ")";
        return Secrets.withoutIn(both.replaceAll("\\s+", " "));
    }

    private static String said(Throwable why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
