package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A device that is connected to the Comet Server now. The same device may be connected under
 * several users, so what is online is the pair of both.
 *
 * @param id new with every connection: not to be kept
 * @param connectedAt Unix seconds
 */
public record LiveConnection(
        String id,
        String username,
        String deviceId,
        String version,
        long connectedAt,
        boolean allowsFilenames) {

    /**
     * @return how calls name it
     */
    public ConnectionId target() {
        return new ConnectionId(id);
    }

    static LiveConnection from(String id, JsonNode connection) {
        return new LiveConnection(
                id,
                Wire.text(connection, "Username"),
                Wire.text(connection, "DeviceID"),
                Wire.text(connection, "ReportedVersion"),
                CometTime.seconds(Wire.number(connection, "ConnectionTime")),
                Wire.flag(connection, "AllowsFilenames"));
    }
}
