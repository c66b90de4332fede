package com.eazybackup.access.oidc;

/** Why a provider's answer leads nowhere. The message is for the log: no token, no secret. */
final class OpenIdTrouble extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    /** What to make of it. */
    enum Kind {
        /** No answer, or one that says that it has none: try again later. */
        UNREACHABLE,
        /** An answer that must not be believed, or a no. */
        REFUSED
    }

    private final Kind kind;

    private OpenIdTrouble(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static OpenIdTrouble unreachable(String what, Throwable cause) {
        return new OpenIdTrouble(Kind.UNREACHABLE, what, cause);
    }

    static OpenIdTrouble refused(String what) {
        return new OpenIdTrouble(Kind.REFUSED, what, null);
    }

    /** Keeps of the cause its words alone, harmless and short. */
    static OpenIdTrouble refused(String what, Exception cause) {
        String words = String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}", " ");
        String kept = words.substring(0, Math.min(LONGEST, words.length()));
        return new OpenIdTrouble(Kind.REFUSED, what + ": " + kept, null);
    }

    Kind kind() {
        return kind;
    }
}
