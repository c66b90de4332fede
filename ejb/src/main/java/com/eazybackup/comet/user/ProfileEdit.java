package com.eazybackup.comet.user;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.UserProfile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The one way to change a profile: reads it with its hash, changes a copy, and writes that back
 * with the hash.
 *
 * <p>Guarantee: nothing that somebody else wrote meanwhile is lost, fields that are not known here
 * survive, and what changes nothing is not written.
 */
public final class ProfileEdit {

    private static final int APPLIED_ANEW = 3;

    private final UserCalls users;

    public ProfileEdit(UserCalls users) {
        this.users = users;
    }

    /**
     * A change that is right whatever the profile says meanwhile, such as switching one thing off.
     * When somebody else was quicker it is applied anew, to what they wrote: devices write their
     * statistics into the profile, so that is ordinary.
     *
     * @throws CometException of kind CONFLICT when somebody was quicker each time
     */
    public HashedProfile change(CometUsername user, ProfileChange change) throws CometException {
        for (int again = APPLIED_ANEW; ; again--) {
            try {
                return write(user, users.profileAndHash(user), change);
            } catch (CometException e) {
                if (e.kind() != Kind.CONFLICT || again == 0) {
                    throw e;
                }
            }
        }
    }

    /**
     * A change that somebody decided on seeing the profile of that hash.
     *
     * @throws CometException of kind CONFLICT when the profile is another one by now: show it
     */
    public HashedProfile changeSeen(CometUsername user, HashedProfile seen, ProfileChange change)
            throws CometException {
        return write(user, seen, change);
    }

    private HashedProfile write(CometUsername user, HashedProfile read, ProfileChange change)
            throws CometException {
        ObjectNode changed = read.profile().tree().deepCopy();
        change.apply(changed);
        if (changed.equals(read.profile().tree())) {
            return read;
        }
        return users.replace(user, new UserProfile(changed), read.profileHash(), Optional.empty());
    }
}
