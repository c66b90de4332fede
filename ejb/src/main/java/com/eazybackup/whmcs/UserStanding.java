package com.eazybackup.whmcs;

import java.util.List;

/**
 * What WHMCS has of somebody who signs in, as far as a session or a key for programs hangs on it.
 *
 * @param password another text after each change of the password; never the password's hash. Empty
 *     where WHMCS shows none
 * @param secondFactor another text when a second factor is set up, taken away, or of another kind.
 *     Empty where WHMCS shows none
 * @param memberships for whom the user may act, closed clients left out
 */
public record UserStanding(
        WhmcsUser user, String password, String secondFactor, List<Membership> memberships) {

    public UserStanding {
        memberships = List.copyOf(memberships);
    }
}
