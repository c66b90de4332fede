package com.eazybackup.comet.policy;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code GetGroupPolicyResponse} of the protocol. */
public record HashedPolicy(JsonNode policy, String policyHash) {}
