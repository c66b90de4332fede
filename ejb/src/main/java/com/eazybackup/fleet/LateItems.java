package com.eazybackup.fleet;

import com.eazybackup.fleet.DeviceRow.LateItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which item it is that makes a device overdue. One query when there is such a device. */
final class LateItems {

    private LateItems() {}

    /**
     * @param standings by key of the device
     * @return by key; only of devices that are not explained by their own last good backup
     */
    static Map<String, LateItem> of(
            Connection connection, ItemReader reader, Map<String, Standing> standings)
            throws SQLException {
        List<String> devices =
                standings.entrySet().stream()
                        .filter(each -> each.getValue().itemLate())
                        .map(Map.Entry::getKey)
                        .toList();
        Map<String, LateItem> late = new HashMap<>();
        if (!devices.isEmpty()) {
            reader.of(connection, devices)
                    .forEach(
                            (device, items) -> {
                                if (items.get(0).overdue()) {
                                    late.put(device, late(items));
                                }
                            });
        }
        return late;
    }

    private static LateItem late(List<DeviceItem> items) {
        DeviceItem worst = items.get(0);
        long more = items.stream().filter(DeviceItem::overdue).count() - 1;
        return new LateItem(worst.id(), worst.name(), worst.dueAt(), more);
    }
}
