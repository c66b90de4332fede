package com.eazybackup.simulator.fleet;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A job that a device is told to do.
 *
 * @param item "" for jobs that have none
 * @param vault "" for jobs that have none
 * @param rule the schedule that it was started by, "" for none
 * @param bytes how much there is to move; 0 = as it comes
 * @param longest after so long the device stops by itself (7005); zero = never
 * @param afterwards told the job's GUID and status when it has ended
 */
public record Order(
        OrderKind kind,
        String username,
        String device,
        String item,
        String vault,
        String rule,
        long bytes,
        Duration longest,
        BiConsumer<String, Integer> afterwards) {

    /** An order without anything that is special about it. */
    public static Order of(
            OrderKind kind, String username, String device, String item, String vault) {
        return new Order(
                kind, username, device, item, vault, "", 0, Duration.ZERO, (job, status) -> {});
    }

    public Order byRule(String id) {
        return new Order(kind, username, device, item, vault, id, bytes, longest, afterwards);
    }

    public Order moving(long count) {
        return new Order(kind, username, device, item, vault, rule, count, longest, afterwards);
    }

    public Order atMost(Duration limit) {
        return new Order(kind, username, device, item, vault, rule, bytes, limit, afterwards);
    }

    /**
     * @param act told the job's GUID, only when it ended well
     */
    public Order whenDone(Consumer<String> act) {
        BiConsumer<String, Integer> then =
                (job, status) -> {
                    if (status == JobStatuses.SUCCESS) {
                        act.accept(job);
                    }
                };
        return new Order(kind, username, device, item, vault, rule, bytes, longest, then);
    }

    JobPlace place() {
        return new JobPlace(username, device, item, vault);
    }
}
