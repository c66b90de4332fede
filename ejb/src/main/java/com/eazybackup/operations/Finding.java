package com.eazybackup.operations;

import com.eazybackup.comet.ProfileName;

/**
 * What a rule has found about one thing that may be alerted of.
 *
 * @param subject the Comet Server's name in the settings, or the batch job's
 * @param sentence with its full stop, without secrets; empty unless it is to be raised
 */
public record Finding(AlertKind kind, ProfileName subject, Verdict verdict, String sentence) {

    /** What is to be done about the alert. */
    public enum Verdict {
        RAISE,
        /** As it is, open or not: what is seen speaks neither for nor against it. */
        LEAVE,
        CLOSE
    }

    public static Finding raise(AlertKind kind, String subject, String sentence) {
        return new Finding(kind, new ProfileName(subject), Verdict.RAISE, sentence);
    }

    public static Finding leave(AlertKind kind, String subject) {
        return new Finding(kind, new ProfileName(subject), Verdict.LEAVE, "");
    }

    public static Finding close(AlertKind kind, String subject) {
        return new Finding(kind, new ProfileName(subject), Verdict.CLOSE, "");
    }
}
