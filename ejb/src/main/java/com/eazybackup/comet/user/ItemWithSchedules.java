package com.eazybackup.comet.user;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** {@code ProtectedItemWithBackupRulesResponse} of the protocol. */
public record ItemWithSchedules(
        JsonNode source, Map<String, JsonNode> backupRules, String profileHash) {

    /** Items hold passwords, and commands of schedules may. */
    @Override
    public String toString() {
        return "ItemWithSchedules[***]";
    }
}
