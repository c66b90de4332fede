package com.eazybackup.fleet;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A device that needs somebody, and the job that shows it. Times are Unix seconds.
 *
 * @param since as {@link Standing#since()} has it
 * @param failures backups that came out badly since the last good one
 * @param lastGoodAt null when there never was one
 * @param jobId Comet's id of the backup that stands for the device; null when it has none
 * @param id of the same job over all Comet Servers; null with it
 * @param itemName empty when it is not known
 * @param vaultName empty when it is not known
 * @param endedAt of that job; null while it runs, or when there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Trouble(
        String deviceId,
        String deviceName,
        String username,
        Long since,
        int failures,
        Long lastGoodAt,
        String jobId,
        String id,
        String itemName,
        String vaultName,
        Long startedAt,
        Long endedAt) {}
