package com.eazybackup.ingest;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.whmcs.ClientId;
import java.util.HashMap;
import java.util.Map;

/** The keys of the devices of one batch: a hash each, and most jobs share a device with others. */
final class DeviceKeys {

    private record Device(ClientId client, String id) {}

    private final Map<Device, String> known = new HashMap<>();

    /**
     * @return {@code comet_devices.id}; empty when there is no device
     */
    String of(ClientId client, String deviceId) {
        return deviceId.isEmpty()
                ? ""
                : known.computeIfAbsent(
                        new Device(client, deviceId),
                        device -> DeviceKey.of(client, new DeviceId(deviceId)).value());
    }
}
