package com.eazybackup.web.signin;

import com.eazybackup.access.Caller;
import com.eazybackup.access.Role;
import com.eazybackup.web.OwnPages;
import com.eazybackup.web.PortalPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where somebody goes who has just come in. */
final class AfterSignIn {

    private AfterSignIn() {}

    /**
     * @param asked a page of ours, or empty
     */
    static String page(Caller caller, String asked) {
        if (caller.limited()) {
            return OwnPages.SECURITY;
        }
        if (caller.role() == Role.ADMIN) {
            return asked.startsWith(OwnPages.ADMIN) || asked.startsWith(OwnPages.ACCOUNT)
                    ? asked
                    : PortalPage.adminHome(caller);
        }
        if (caller.chosen().isEmpty()) {
            return OwnPages.chooseThen(asked);
        }
        return asked.isEmpty() ? OwnPages.HOME : asked;
    }

    /** The door again, with the way to go on. */
    static String door(String asked) {
        return asked.isEmpty()
                ? OwnPages.SIGN_IN
                : OwnPages.SIGN_IN + "?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }
}
