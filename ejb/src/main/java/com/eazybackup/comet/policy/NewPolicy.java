package com.eazybackup.comet.policy;

/** {@code CreateGroupPolicyResponse} of the protocol. */
public record NewPolicy(String policyHash) {}
