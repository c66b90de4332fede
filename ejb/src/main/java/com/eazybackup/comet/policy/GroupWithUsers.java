package com.eazybackup.comet.policy;

import com.eazybackup.comet.UserProfile;
import java.util.Map;

/** {@code GetUserGroupWithUsersResponse} of the protocol. */
public record GroupWithUsers(UserGroup userGroup, Map<String, UserProfile> users) {}
