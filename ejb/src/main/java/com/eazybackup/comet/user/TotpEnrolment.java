package com.eazybackup.comet.user;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Sets a user up with one-time codes: {@link #begin} makes a secret that the user scans, {@link
 * #confirm} takes the first code and switches the sign-in over. Between the two nothing has changed
 * for the user.
 */
public final class TotpEnrolment {

    private static final String BY_PASSWORD = "AllowPasswordLogin";
    private static final String BY_CODE = "AllowPasswordAndTOTPLogin";

    private final CometClient server;

    public TotpEnrolment(CometClient server) {
        this.server = server;
    }

    /**
     * @throws CometException of kind FORBIDDEN when the user's policy forbids the web
     */
    public NewTotpSecret begin(CometUsername user) throws CometException {
        try (UserSession session = UserSession.open(server, user)) {
            String hash = session.calls().profileAndHash().profileHash();
            return session.calls().regenerateTotp(hash);
        }
    }

    /**
     * @param secret from {@link #begin}
     * @param code that the user's app shows
     * @throws CometException when the code is wrong, or of kind CONFLICT when the profile has been
     *     changed since: begin again
     */
    public void confirm(CometUsername user, NewTotpSecret secret, String code)
            throws CometException {
        try (UserSession session = UserSession.open(server, user)) {
            session.calls().validateTotp(secret.profileHash(), code);
        }
        // Whether the server switches the sign-in over by itself is not known.
        UserCalls users = server.calls(UserCalls.class);
        if (!switchedOver(users.profile(user).tree())) {
            new ProfileEdit(users)
                    .change(user, profile -> profile.put(BY_PASSWORD, false).put(BY_CODE, true));
        }
    }

    private static boolean switchedOver(JsonNode profile) {
        return profile.path(BY_CODE).asBoolean() && !profile.path(BY_PASSWORD).asBoolean();
    }
}
