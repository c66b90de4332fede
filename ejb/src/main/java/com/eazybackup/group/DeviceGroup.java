package com.eazybackup.group;

import java.util.Optional;

/**
 * A group as the client has made it.
 *
 * @param color empty for none, and for what is no {@link GroupColor}
 * @param icon empty for none, and for what is no {@link GroupIcon}
 * @param sortOrder groups stand by it, the smallest first
 * @param count the devices in it that the client may see, without the revoked ones
 */
public record DeviceGroup(
        long id,
        String name,
        Optional<GroupColor> color,
        Optional<GroupIcon> icon,
        long sortOrder,
        long count) {

    DeviceGroup with(long devices) {
        return new DeviceGroup(id, name, color, icon, sortOrder, devices);
    }
}
