package com.eazybackup.web.api.fleet;

import com.eazybackup.fleet.DeviceItem;
import com.eazybackup.fleet.DeviceItems;
import java.util.List;
import java.util.Locale;

/**
 * @param t when they were read, in Unix seconds
 * @param items the worst first
 */
record ItemsAnswer(
        String deviceId, String deviceName, long t, long toleranceSecs, List<Item> items) {

    /**
     * @param engine such as {@code files} or {@code hyper_v}; {@code unknown} for what nobody knows
     * @param type the same as Comet writes it
     */
    record Item(
            String id,
            String name,
            String engine,
            String type,
            Long lastGoodAt,
            Long promisedSecs,
            Long dueAt,
            boolean overdue) {

        private static Item of(DeviceItem item) {
            return new Item(
                    item.id(),
                    item.name(),
                    item.engine().name().toLowerCase(Locale.ROOT),
                    item.type(),
                    item.lastGoodAt(),
                    item.promisedSecs(),
                    item.dueAt(),
                    item.overdue());
        }
    }

    static ItemsAnswer of(DeviceItems.Answer answer) {
        return new ItemsAnswer(
                answer.deviceId(),
                answer.deviceName(),
                answer.at().getEpochSecond(),
                answer.tolerance().toSeconds(),
                answer.items().stream().map(Item::of).toList());
    }
}
