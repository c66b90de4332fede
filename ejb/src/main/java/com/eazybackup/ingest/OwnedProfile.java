package com.eazybackup.ingest;

import com.eazybackup.comet.DeviceConfig;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.whmcs.CometUser;
import java.util.Map;

/**
 * A profile and whose it is.
 *
 * @param news what Comet said; of an account that is no more, an empty profile
 * @param gone whether the account is no more
 * @param devices that it lists, by raw DeviceID: several ask, and each answer of a profile is made
 *     anew
 */
record OwnedProfile(
        CometUser owner, News.Profile news, boolean gone, Map<String, DeviceConfig> devices) {

    OwnedProfile(CometUser owner, News.Profile news, boolean gone) {
        this(owner, news, gone, news.profile().devices());
    }

    UserProfile profile() {
        return news.profile();
    }

    /**
     * @return when Comet said so, Unix seconds
     */
    long at() {
        return news.at();
    }

    int client() {
        return owner.client().value();
    }

    /**
     * Comet's times are whole seconds. What is registered in the very second of a profile that
     * lacks it may have come after it; not so with an account whose end an event tells: nothing is
     * registered in an account that is no more.
     *
     * @return whether a device that was registered then may be one that this profile does not know
     */
    boolean mayNotKnow(long registeredAt) {
        return (gone && news.told()) ? registeredAt > at() : registeredAt >= at();
    }

    /** As it stands in the tables. */
    String username() {
        return Fit.to(Fit.NAME, owner.username());
    }
}
