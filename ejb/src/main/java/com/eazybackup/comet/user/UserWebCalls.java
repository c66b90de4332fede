package com.eazybackup.comet.user;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.Field;

/**
 * What only the users themselves may do, made in a session that an administrator began for them:
 * {@link UserSession}. Refused with FORBIDDEN when the policy of the user forbids the web.
 */
@CallsOf(CallsOf.USER)
public interface UserWebCalls {

    /** The own profile. */
    @Call(value = "get-user-profile-and-hash", safe = true)
    HashedProfile profileAndHash() throws CometException;

    /** A new secret for one-time codes. It counts only after {@link #validateTotp}. */
    @Call("account/regenerate-totp")
    NewTotpSecret regenerateTotp(@Field("ProfileHash") String profileHash) throws CometException;

    /** Proves that the user has the new secret. */
    @Call("account/validate-totp")
    void validateTotp(@Field("ProfileHash") String profileHash, @Field("TOTPCode") String totpCode)
            throws CometException;

    /** Ends the session. */
    @Call("session/revoke")
    void revoke() throws CometException;
}
