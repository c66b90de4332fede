package com.eazybackup.comet.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code RegistrationLobbyConnection} of the protocol. */
public record LobbyConnection(
        @JsonProperty("DeviceID") String deviceId,
        @JsonProperty("OrganizationID") String organizationId,
        String friendlyName,
        String reportedVersion,
        String reportedPlatform,
        OSInfo reportedPlatformVersion,
        String deviceTimeZone,
        @JsonProperty("IPAddress") String ipAddress,
        String host,
        long connectionTime) {}
