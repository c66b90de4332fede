package com.eazybackup.comet.user;

import com.eazybackup.comet.UserProfile;

/** {@code GetProfileAndHashResponseMessage} of the protocol. */
public record HashedProfile(String profileHash, UserProfile profile) {}
