package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link GoodForms} of the calls about what a provider sets up. */
final class ProviderForms {

    private final SimulatedCometServer server;
    private final ApiCaller caller;

    ProviderForms(SimulatedCometServer server, ApiCaller caller) {
        this.server = server;
        this.caller = caller;
    }

    /** Empty for a path that needs nothing of its own. */
    Map<String, String> of(String path) throws IOException, InterruptedException {
        if (!path.startsWith(Api.ADMIN)) {
            return Map.of();
        }
        return switch (path.substring(Api.ADMIN.length())) {
            case "request-storage-vault" ->
                    Map.of("StorageProvider", first("request-storage-vault-providers"));
            case "convert-storage-role" -> Map.of("DestinationId", cloudVault());
            case "storage/bucket-properties", "storage/delete-bucket" ->
                    Map.of("BucketID", Shelves.FIRST_BUCKET);
            case "storage/ping-destination" -> Map.of("ExtraData", location());
            case "squota/get-with-hash", "squota/delete" -> Map.of("SharedStorageQuotaID", quota());
            case "squota/set-with-hash" ->
                    Map.of(
                            "SharedStorageQuotaID",
                            quota(),
                            "SharedStorageQuota",
                            "{\"Description\":\"x\",\"OrganizationID\":\"\",\"LimitBytes\":1}");
            case "policies/get", "policies/delete" -> Map.of("PolicyID", Fleet.STANDARD_POLICY);
            case "policies/new" -> Map.of("Policy", policy());
            case "policies/set" -> Map.of("PolicyID", Fleet.STANDARD_POLICY, "Policy", policy());
            case "user-groups/get", "user-groups/delete" ->
                    Map.of("GroupID", first("user-groups/list"));
            case "user-groups/new" -> Map.of("Name", "Bakeries");
            case "user-groups/set" ->
                    Map.of(
                            "GroupID",
                            first("user-groups/list"),
                            "Group",
                            "{\"CreatedAt\":1,\"OrganizationID\":\"\",\"Name\":\"Bakers\"}");
            case "user-groups/set-users-for-group" ->
                    Map.of(
                            "GroupID",
                            first("user-groups/list"),
                            "Users",
                            "[\"" + GoodForms.USER + "\"]");
            case "organization/delete" -> Map.of("OrganizationID", "tenant-1");
            case "branding/generate-client/by-platform", "branding/generate-client/test" ->
                    Map.of("Platform", first("branding/available-platforms"));
            case "meta/stats" -> Map.of("Simple", "0");
            case "meta/webhook-options/set" -> Map.of("WebhookOptions", "{}");
            case "account/validate-totp" -> validation();
            case "installation/dispatch/register-device", "installation/dispatch/drop-connection" ->
                    Map.of("DeviceID", first("installation/list-active"));
            default -> Map.of();
        };
    }

    /** The key of the first member of that call's map. */
    private String first(String call) throws IOException, InterruptedException {
        return caller.admin(call).fieldNames().next();
    }

    private String quota() throws IOException, InterruptedException {
        return caller.admin("squota/list-all").path("Entries").fieldNames().next();
    }

    private String policy() throws IOException, InterruptedException {
        return caller.admin("policies/get", "PolicyID", Fleet.STANDARD_POLICY)
                .path("Policy")
                .toString();
    }

    private String cloudVault() {
        for (Map.Entry<String, JsonNode> vault : vaults().properties()) {
            if (vault.getValue().path("DestinationType").asInt() == 1003) {
                return vault.getKey();
            }
        }
        throw new IllegalStateException("No cloud vault");
    }

    /** A vault without what only vaults have. */
    private String location() {
        ObjectNode location = vaults().path(cloudVault()).deepCopy();
        location.properties()
                .removeIf(
                        field ->
                                !server
                                        .protocol()
                                        .valueComplaints("DestinationLocation", location)
                                        .stream()
                                        .filter(complaint -> complaint.contains(field.getKey()))
                                        .toList()
                                        .isEmpty());
        return location.toString();
    }

    private JsonNode vaults() {
        return server.fleet().profile(GoodForms.USER).orElseThrow().path("Destinations");
    }

    /** A session goes on when the password alone is worth nothing any more. */
    private Map<String, String> validation() throws IOException, InterruptedException {
        String key = caller.admin("account/session-start").path("SessionKey").asText();
        server.requireTotp();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Username", Fleet.ADMIN);
        form.put("AuthType", "SessionKey");
        form.put("SessionKey", key);
        form.put("TOTPCode", server.oneTimeCode(Fleet.ADMIN).orElseThrow());
        return form;
    }
}
