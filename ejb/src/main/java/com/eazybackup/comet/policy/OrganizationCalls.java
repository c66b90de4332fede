package com.eazybackup.comet.policy;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.user.UninstallConfig;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Tenants of a Comet Server; for administrators of the top level. */
@CallsOf(CallsOf.ADMIN)
public interface OrganizationCalls {

    /**
     * @return by id
     */
    @Call(value = "organization/list", safe = true)
    Map<String, JsonNode> all() throws CometException;

    /** Also adds one. */
    @Call("organization/set")
    OrganizationAnswer replace(
            @Field("OrganizationID") Optional<String> organizationId,
            @Field("Organization") Optional<JsonNode> organization)
            throws CometException;

    /** Deletes a tenant with all its users. */
    @Call("organization/delete")
    void delete(
            @Field("OrganizationID") Optional<String> organizationId,
            @Field("UninstallConfig") Optional<UninstallConfig> uninstallConfig)
            throws CometException;
}
