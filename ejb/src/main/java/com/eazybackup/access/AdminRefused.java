package com.eazybackup.access;

/** Not done to an administrator. The message is fit for whoever asked. */
public class AdminRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        BAD_ADDRESS("This is no e-mail address that mail can be sent to.", false),
        BAD_ROLE("The role is one of support, billing, operations, super.", false),
        ALREADY_ADMIN("There is an administrator with this address already.", true),
        YOURSELF("Nobody can do this to themselves. Ask another super administrator.", true),
        LAST_SUPER("This is the last super administrator: make somebody else one first.", true);

        private final String sentence;
        private final boolean conflict;

        Reason(String sentence, boolean conflict) {
            this.sentence = sentence;
            this.conflict = conflict;
        }

        /**
         * @return whether it is as things stand, and not because of what was sent
         */
        public boolean conflict() {
            return conflict;
        }
    }

    private final Reason reason;

    AdminRefused(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
