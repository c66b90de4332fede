package com.eazybackup.comet.policy;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code GetGroupPolicyResponse} of the protocol. */
public record HashedPolicy(JsonNode policy, String policyHash) {

    /** Items that a policy makes hold passwords. */
    @Override
    public String toString() {
        return "HashedPolicy[***]";
    }
}
