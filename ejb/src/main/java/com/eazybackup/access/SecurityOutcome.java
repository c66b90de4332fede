package com.eazybackup.access;

import java.time.Duration;
import java.util.List;

/** What came of a change of one's own sign-in. */
public sealed interface SecurityOutcome {

    /** Done. */
    record Done() implements SecurityOutcome {}

    /**
     * The authenticator app is to be given this; then its code is wanted.
     *
     * @param address what the square picture says
     */
    record Begun(String secret, String address) implements SecurityOutcome {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** Done; these are shown now and never again. */
    record Codes(List<String> codes) implements SecurityOutcome {

        /** Leaves the codes out. */
        @Override
        public String toString() {
            return "Codes";
        }
    }

    /** The password that was asked for again is not right. */
    record WrongPassword() implements SecurityOutcome {}

    record WrongCode() implements SecurityOutcome {}

    /** The new password is not taken. */
    record Flawed(PasswordFlaw flaw) implements SecurityOutcome {}

    /** Nothing was checked. */
    record TooMany(Duration retryAfter) implements SecurityOutcome {}

    /** There is no {@code EB_SECRET_KEY}, so no secret can be kept. */
    record NoKey() implements SecurityOutcome {}

    /** Nothing was begun, or too long ago; or there is no second factor. */
    record NothingBegun() implements SecurityOutcome {}
}
