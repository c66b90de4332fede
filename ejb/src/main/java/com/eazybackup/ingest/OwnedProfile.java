package com.eazybackup.ingest;

import com.eazybackup.comet.UserProfile;
import com.eazybackup.whmcs.CometUser;

/**
 * A profile and whose it is.
 *
 * @param at when Comet said so, Unix seconds
 */
record OwnedProfile(CometUser owner, UserProfile profile, long at) {

    int client() {
        return owner.client().value();
    }

    /** As it stands in the tables. */
    String username() {
        return Fit.to(Fit.NAME, owner.username());
    }
}
