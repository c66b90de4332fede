package com.eazybackup.web.api.account;

import com.eazybackup.access.SecurityOutcome;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;

/** What programs are told when the own sign-in was not changed. */
final class SecurityProblems {

    private SecurityProblems() {}

    static ProblemException of(SecurityOutcome outcome) {
        if (outcome instanceof SecurityOutcome.Flawed flawed) {
            return new ProblemException(ProblemCode.VALIDATION, flawed.flaw().sentence());
        }
        if (outcome instanceof SecurityOutcome.TooMany many) {
            return new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Too many attempts. Please wait a little and try again.",
                    many.retryAfter());
        }
        if (outcome instanceof SecurityOutcome.WrongPassword) {
            return new ProblemException(
                    ProblemCode.FORBIDDEN, "The present password is not right.");
        }
        if (outcome instanceof SecurityOutcome.WrongCode) {
            return new ProblemException(
                    ProblemCode.FORBIDDEN, "The code is not right, or was used before.");
        }
        if (outcome instanceof SecurityOutcome.NoKey) {
            return new ProblemException(
                    ProblemCode.CONFLICT,
                    "No second factor can be set up: the operator has to set EB_SECRET_KEY first.");
        }
        return new ProblemException(
                ProblemCode.CONFLICT, "Nothing was begun, or too long ago. Begin again.");
    }

    /**
     * @throws ProblemException when the field is not there
     */
    static String needed(String value, String name) {
        if (value == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "The field \"" + name + "\" is needed.");
        }
        return value;
    }
}
