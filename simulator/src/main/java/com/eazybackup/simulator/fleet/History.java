package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.fleet.AccountSketch.Device;
import com.eazybackup.simulator.fleet.AccountSketch.Item;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The finished jobs of the days before a fleet's beginning: none is held, each can be told. */
final class History {

    /** When a past job was and how it ended, before any of it is written down. */
    record Night(Device device, Item item, long day, long start, long end, int status, Draw draw) {}

    private static final long DAY = 86_400;

    private final FleetPlan plan;
    private final JobNames names;
    private final long present;

    /**
     * @param present Unix seconds, the end of history
     */
    History(FleetPlan plan, long present) {
        this.plan = plan;
        this.names = new JobNames(plan.seed());
        this.present = present;
    }

    /** The past jobs of an account, oldest first for each of its items. */
    List<Night> nights(AccountSketch account, Predicate<Night> wanted) {
        List<Night> nights = new ArrayList<>();
        for (Device device : account.devices()) {
            for (Item item : device.items()) {
                for (int daysAgo = plan.historyDays(); daysAgo >= 0; daysAgo--) {
                    night(device, item, daysAgo).filter(wanted).ifPresent(nights::add);
                }
            }
        }
        return nights;
    }

    /** The latest job of an item that fits, if there is one. */
    Optional<Night> latest(Device device, Item item, Predicate<Night> wanted) {
        for (int daysAgo = 0; daysAgo <= plan.historyDays(); daysAgo++) {
            Optional<Night> night = night(device, item, daysAgo).filter(wanted);
            if (night.isPresent()) {
                return night;
            }
        }
        return Optional.empty();
    }

    /** Which job has this id, if it is a past one. */
    Optional<JobNames.Night> named(String id) {
        return names.night(id);
    }

    /**
     * The job as the server tells it.
     *
     * @param profile the account's profile; its vault's size changes to what it was that night
     */
    ObjectNode job(AccountSketch account, ObjectNode profile, Night night) {
        Item item = night.item();
        long nightsBefore = night.day() - Math.floorDiv(present, DAY) + plan.historyDays();
        ObjectNode vault = Json.object(Json.object(profile, "Destinations"), item.vault().id());
        Json.object(Json.object(vault, "Statistics"), "ClientProvidedSize")
                .put("Size", item.vault().bytes() + nightsBefore * (item.vault().bytes() / 1_000));
        JobPlace place =
                new JobPlace(account.username(), night.device().id(), item.id(), item.vault().id());
        ObjectNode job =
                JobJson.ended(
                        night.draw(), profile, place, night.status(), night.start(), night.end());
        return job.put(
                "GUID",
                names.of(new JobNames.Night(account.number(), item.number(), (int) night.day())));
    }

    private Optional<Night> night(Device device, Item item, int daysAgo) {
        // Named by the day, not by its distance: the next start finds the same jobs.
        long day = Math.floorDiv(present, DAY) - daysAgo;
        Draw draw = Draw.of(plan.seed(), "night", item.id(), day);
        long start = day * DAY + item.second() + draw.between(0, 300);
        int status = device.temper().night(draw, daysAgo);
        long end = start + duration(draw, status);
        boolean known = end < present && start >= present - plan.historyDays() * DAY;
        return known
                ? Optional.of(new Night(device, item, day, start, end, status, draw))
                : Optional.empty();
    }

    private static long duration(Draw draw, int status) {
        return switch (status) {
            case JobStatuses.MISSED, JobStatuses.SKIPPED -> 0;
            case JobStatuses.TIMEOUT -> 6 * 3600;
            case JobStatuses.ERROR, JobStatuses.QUOTA -> draw.between(5, 400);
            default -> draw.between(90, 4_200);
        };
    }
}
