package com.eazybackup.access;

import com.eazybackup.platform.Reference;
import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** Signed in; the session holds the caller and has a new id. */
    record Welcome(Caller caller) implements SignInOutcome {}

    /** Unknown address or wrong password: deliberately one and the same. */
    record Refused() implements SignInOutcome {}

    /**
     * The password was right, but the account asks for a second factor, which nothing here can
     * check: not signed in.
     */
    record SecondFactorNeeded() implements SignInOutcome {}

    /** The password was right; the session waits for a code now. See {@link SecondStep}. */
    record CodeWanted() implements SignInOutcome {}

    /** The code was not right, or was used before; another may be tried. */
    record CodeWrong() implements SignInOutcome {}

    /** No code is waited for, or no longer: the password is wanted first. */
    record StepOver() implements SignInOutcome {}

    /**
     * Too many attempts; nothing was checked.
     *
     * @param retryAfter at least a second
     */
    record TooMany(Duration retryAfter) implements SignInOutcome {}

    /**
     * WHMCS did not answer, so nobody knows whether the password is right.
     *
     * @param reference what the log line carries, too
     */
    record Unreachable(Reference reference) implements SignInOutcome {}
}
