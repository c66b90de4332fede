package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A storage vault in a user's profile.
 *
 * @param type see {@link VaultType}; a new number stays as it came
 * @param bytes what it holds, 0 when it was never measured
 * @param measuredAt when that was, Unix seconds; 0 when it is not known
 * @param server and {@code bucket}: where it is, for the kinds that have such; never its key
 * @param content all of it but secrets
 */
public record VaultConfig(
        String name,
        int type,
        long bytes,
        long measuredAt,
        boolean limited,
        long limitBytes,
        String server,
        String bucket,
        long createdAt,
        JsonNode content) {

    static VaultConfig from(JsonNode vault) {
        return new VaultConfig(
                first(vault, "DisplayName", "Description"),
                Wire.integer(vault, vault.has("DestinationType") ? "DestinationType" : "Type"),
                size(vault.path("Statistics")),
                CometTime.seconds(
                        Wire.number(
                                vault.path("Statistics").path("ClientProvidedSize"),
                                "MeasureCompleted")),
                Wire.flag(vault, "StorageLimitEnabled") || Wire.flag(vault, "LimitStorage"),
                Math.max(
                        Wire.number(vault, "StorageLimitBytes"),
                        Wire.number(vault, "LimitStorageBytes")),
                first(vault, "CometServer", "S3Server"),
                first(vault, "CometBucket", "S3BucketName"),
                CometTime.firstOf(
                        Wire.number(vault, "CreateTime"), Wire.number(vault, "ModifyTime")),
                Secrets.without(vault));
    }

    private static String first(JsonNode vault, String field, String otherwise) {
        String value = Wire.text(vault, field);
        return value.isEmpty() ? Wire.text(vault, otherwise) : value;
    }

    /** The client's own measurement, else the sum of what it found inside. */
    private static long size(JsonNode statistics) {
        long measured = Wire.number(statistics.path("ClientProvidedSize"), "Size");
        if (measured > 0) {
            return measured;
        }
        long sum = 0;
        for (JsonNode part : statistics.path("ClientProvidedContent").path("Components")) {
            sum += Wire.number(part, "Bytes");
        }
        return sum;
    }
}
