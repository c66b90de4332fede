package com.eazybackup.comet.user;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;
import java.util.Optional;

/**
 * Gives a user another password. The server can do that without the old one only when the profile
 * has a recovery code, so that is looked at first: what the server would say is not documented.
 */
public final class PasswordReset {

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** The profile has no recovery code: the old password is needed. */
        OLD_PASSWORD_NEEDED
    }

    private final UserCalls users;

    public PasswordReset(UserCalls users) {
        this.users = users;
    }

    /**
     * @param oldPassword if known
     */
    public Outcome reset(CometUsername user, String newPassword, Optional<String> oldPassword)
            throws CometException {
        if (oldPassword.isEmpty() && !recoverable(user)) {
            return Outcome.OLD_PASSWORD_NEEDED;
        }
        users.resetPassword(user, newPassword, oldPassword);
        return Outcome.DONE;
    }

    private boolean recoverable(CometUsername user) throws CometException {
        return !users.profile(user).tree().path("PasswordRecovery").asText().isEmpty();
    }
}
