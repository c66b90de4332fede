package com.eazybackup.comet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A user's profile. It stays the tree that the server sent, so that fields which are not known here
 * survive; it holds secrets, which {@code toString} does not show and the parts' {@code content}
 * does not have.
 */
public final class UserProfile {

    private final JsonNode tree;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserProfile(JsonNode tree) {
        this.tree = tree;
    }

    /** All of it, secrets too: for the server that it came from, and nobody else. */
    @JsonValue
    public JsonNode tree() {
        return tree;
    }

    /**
     * @return a complete profile of somebody who has nothing
     */
    public static UserProfile empty(String username) {
        ObjectNode tree = Wire.JSON.createObjectNode().put("Username", username);
        tree.putObject("Devices");
        tree.putObject("Sources");
        tree.putObject("Destinations");
        return new UserProfile(tree);
    }

    /**
     * @return whether it says everything about devices, items and vaults: what it does not list is
     *     not there. An event may carry less.
     */
    public boolean complete() {
        return !username().isEmpty()
                && Wire.hasMap(tree, "Devices")
                && Wire.hasMap(tree, "Sources")
                && Wire.hasMap(tree, "Destinations");
    }

    /**
     * @return as Comet spells it; empty when the profile names nobody
     */
    public String username() {
        return Wire.text(tree, "Username");
    }

    public String accountName() {
        return Wire.text(tree, "AccountName");
    }

    public String timezone() {
        return Wire.text(tree, "LocalTimezone");
    }

    public String language() {
        return Wire.text(tree, "LanguageCode");
    }

    public String policyId() {
        return Wire.text(tree, "PolicyID");
    }

    /**
     * @return tells users of the same name on several servers apart; may be empty
     */
    public String creationGuid() {
        return Wire.text(tree, "CreationGUID");
    }

    public boolean suspended() {
        return Wire.flag(tree, "IsSuspended");
    }

    public boolean itemsLimited() {
        return Wire.flag(tree, "AllProtectedItemsQuotaEnabled");
    }

    public long itemsLimitBytes() {
        return Wire.number(tree, "AllProtectedItemsQuotaBytes");
    }

    /**
     * @return 0 for no limit
     */
    public int deviceQuota() {
        return Wire.integer(tree, "MaximumDevices");
    }

    /**
     * @return whom reports are mailed to
     */
    public List<String> emails() {
        List<String> emails = new ArrayList<>();
        for (JsonNode email : tree.path("Emails")) {
            if (!email.asText().isBlank()) {
                emails.add(email.asText());
            }
        }
        return emails;
    }

    /**
     * @return whether reports are mailed at all
     */
    public boolean emailReports() {
        return Wire.flag(tree, "SendEmailReports");
    }

    /**
     * @return how many Microsoft 365 accounts may be protected; 0 for no limit
     */
    public int officeQuota() {
        return Wire.integer(tree, "QuotaOffice365ProtectedAccounts");
    }

    /**
     * @return Unix seconds, 0 when it is not known
     */
    public long createdAt() {
        return CometTime.seconds(Wire.number(tree, "CreateTime"));
    }

    /**
     * @return by raw DeviceID
     */
    public Map<String, DeviceConfig> devices() {
        return Wire.map(tree, "Devices", (id, device) -> DeviceConfig.from(device));
    }

    /**
     * @return by item id
     */
    public Map<String, ItemConfig> items() {
        return Wire.map(tree, "Sources", (id, item) -> ItemConfig.from(item));
    }

    /**
     * @return by vault id
     */
    public Map<String, VaultConfig> vaults() {
        return Wire.map(tree, "Destinations", (id, vault) -> VaultConfig.from(vault));
    }

    /**
     * @return whether it says which schedules there are; an event may carry less
     */
    public boolean tellsSchedules() {
        return Wire.hasMap(tree, "BackupRules");
    }

    /**
     * @return by raw DeviceID how long the time between two backups can be by the schedules; a
     *     device without any is not there
     */
    public Map<String, Duration> promises() {
        return BackupPromise.ofDevices(tree);
    }

    /**
     * @return by item id how long the time between two of its backups can be by its schedules; an
     *     item without any is not there
     */
    public Map<String, Duration> itemPromises() {
        return BackupPromise.ofItems(tree);
    }

    @Override
    public String toString() {
        return "UserProfile[" + username() + "]";
    }
}
