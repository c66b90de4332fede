package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A device in a user's profile.
 *
 * @param registeredAt Unix seconds, 0 when it is not known
 * @param os Go's name for it, such as {@code windows}; empty on clients before 23.6.0
 * @param system what a person reads, such as {@code Windows Server 2022 Datacenter}
 */
public record DeviceConfig(
        String name,
        long registeredAt,
        String os,
        String arch,
        String system,
        String clientVersion,
        JsonNode content) {

    public static DeviceConfig from(JsonNode device) {
        JsonNode platform = device.path("PlatformVersion");
        return new DeviceConfig(
                Wire.text(device, "FriendlyName"),
                CometTime.seconds(Wire.number(device, "RegistrationTime")),
                Wire.text(platform, "os"),
                Wire.text(platform, "arch"),
                Wire.text(platform, "distribution"),
                Wire.text(device, "ClientVersion"),
                device);
    }
}
