package com.eazybackup.comet.stream;

/** Trouble with a stream that somebody should know about. Told once in each outage. */
public enum StreamAlert {
    /** The server does not accept our credentials; no more attempts are made with them. */
    UNAUTHORISED("the server does not accept the credentials; waiting for others"),
    /** Three attempts in a row have failed. */
    UNREACHABLE("three attempts in a row have failed"),
    /** As many connections in a row went silent as {@link StreamLimits#silences} says. */
    SILENT("one connection after the other went silent"),
    /** The sign-in was accepted and no event has followed. */
    MUTE("the sign-in was accepted and no event has followed"),
    /** A frame was larger than we take; what it said is read by the Admin API. */
    FRAME_TOO_LARGE("a frame was too large; its news are read by the Admin API");

    private final String sentence;

    StreamAlert(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
