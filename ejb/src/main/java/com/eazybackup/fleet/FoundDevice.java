package com.eazybackup.fleet;

/**
 * A device that was looked for.
 *
 * @param id {@code comet_devices.id}
 * @param state how it stands
 * @param snoozed whether that is an issue that nobody wants to hear of at present
 */
public record FoundDevice(
        String id,
        String name,
        String username,
        boolean online,
        DeviceState state,
        boolean snoozed) {

    static FoundDevice of(JudgedDevice judged) {
        KnownDevice device = judged.device();
        return new FoundDevice(
                device.id(),
                device.name(),
                device.username(),
                device.online(),
                judged.standing().state(),
                judged.snoozed());
    }
}
