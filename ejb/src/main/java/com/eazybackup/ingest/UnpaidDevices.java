package com.eazybackup.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * Devices that no active service pays for and that were left, because they are suspiciously many.
 *
 * @param count how many
 * @param fingerprint tells these devices from as many others
 * @param everywhere whether devices that no Comet Server is known to have were looked at, too
 */
public record UnpaidDevices(int count, String fingerprint, boolean everywhere)
        implements Serializable {

    private static final long serialVersionUID = 1;

    public static final UnpaidDevices NONE = new UnpaidDevices(0, "", false);

    static UnpaidDevices of(List<String> ids, boolean everywhere) {
        return new UnpaidDevices(ids.size(), Fingerprint.of(ids), everywhere);
    }
}
