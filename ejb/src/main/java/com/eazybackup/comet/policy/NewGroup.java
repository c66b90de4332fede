package com.eazybackup.comet.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code CreateUserGroupResponse} of the protocol. */
public record NewGroup(@JsonProperty("UserGroupID") String userGroupId) {}
