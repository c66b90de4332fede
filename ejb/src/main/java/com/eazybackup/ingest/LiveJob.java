package com.eazybackup.ingest;

import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ClientId;
import java.util.OptionalLong;

/**
 * A running backup as {@code eb_jobs_live} has it. Times are Unix seconds, sizes bytes.
 *
 * @param username as it is stored
 * @param device the raw DeviceID
 * @param deviceName empty when the device is not known
 * @param lastUpdate when its row last became different
 * @param lastBytes how much it had moved when it last moved something
 * @param lastBytesAt when that was
 * @param offlineSince of its device; empty while that is online or not known
 */
public record LiveJob(
        ProfileName profile,
        JobId id,
        ClientId client,
        String username,
        String device,
        String deviceName,
        long startedAt,
        long lastUpdate,
        long lastBytes,
        long lastBytesAt,
        OptionalLong offlineSince,
        JobMarks marks) {}
