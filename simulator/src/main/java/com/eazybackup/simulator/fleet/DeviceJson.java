package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** DeviceConfig and LiveUserConnection objects. */
final class DeviceJson {

    private DeviceJson() {}

    static ObjectNode config(
            Machine machine, String friendlyName, String clientVersion, long registered) {
        ObjectNode device =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("FriendlyName", friendlyName)
                        .put("RegistrationTime", registered)
                        .put("DeviceTimezone", "America/Toronto")
                        .put("ClientVersion", clientVersion);
        device.set("PlatformVersion", machine.platform());
        return device;
    }

    static ObjectNode connection(
            Draw draw, String username, String device, JsonNode config, long since) {
        JsonNode platform = config.path("PlatformVersion");
        ObjectNode connection =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Username", username)
                        .put("DeviceID", device)
                        .put("ReportedVersion", config.path("ClientVersion").asText())
                        .put(
                                "ReportedPlatform",
                                platform.path("os").asText() + "/" + platform.path("arch").asText())
                        // Spelt with a capital Z here and a small one in the profile.
                        .put("DeviceTimeZone", config.path("DeviceTimezone").asText())
                        .put("IPAddress", "203.0.113." + draw.between(2, 250))
                        .put("ConnectionTime", since)
                        .put("AllowsFilenames", true);
        connection.set("ReportedPlatformVersion", platform.deepCopy());
        return connection;
    }
}
