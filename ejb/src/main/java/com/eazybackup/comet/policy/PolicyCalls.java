package com.eazybackup.comet.policy;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.user.PolicyOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Policies of a Comet Server. A policy stays a tree, so that what is not known here survives its
 * change.
 */
@CallsOf(CallsOf.ADMIN)
public interface PolicyCalls {

    /**
     * @return names by id
     */
    @Call(value = "policies/list", safe = true)
    Map<String, String> names(@Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /**
     * @return by id
     */
    @Call(value = "policies/list-full", safe = true)
    Map<String, JsonNode> all(@Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /** With the hash that a change needs. */
    @Call(value = "policies/get", safe = true)
    HashedPolicy policy(@Field("PolicyID") String policyId) throws CometException;

    /** A policy with an id of the server's choice. */
    @Call("policies/new")
    NewPolicy add(@Field("Policy") JsonNode policy) throws CometException;

    /** Also adds one, with a chosen id. */
    @Call("policies/set")
    void replace(
            @Field("PolicyID") String policyId,
            @Field("Policy") JsonNode policy,
            @Field("CheckPolicyHash") Optional<String> checkPolicyHash,
            @Field("Options") Optional<PolicyOptions> options)
            throws CometException;

    /** Users of the policy keep what it had set. */
    @Call("policies/delete")
    void delete(@Field("PolicyID") String policyId) throws CometException;
}
