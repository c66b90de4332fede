package com.eazybackup.acceptance;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One more protected item of a device, made five days ago with a daily schedule and never backed up
 * since. When it is removed its device is well.
 */
final class SilentItem {

    static final String NAME = "Files of C";

    private static final long FIVE_DAYS = 5 * 86_400;

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final String id = UUID.randomUUID().toString();
    private final Place place;

    private SilentItem(Place place) {
        this.place = place;
    }

    /** Returns when the portal knows it; that its device is overdue shows with the next backup. */
    static SilentItem on(Place place) throws Exception {
        SilentItem item = new SilentItem(place);
        item.acts.accounts().edit(place.username(), item::addTo);
        World.eventually("the item is known", () -> item.known().equals("1"));
        return item;
    }

    private ObjectNode addTo(ObjectNode profile) {
        long made = Instant.now().getEpochSecond() - FIVE_DAYS;
        ObjectNode sources = (ObjectNode) profile.path("Sources");
        ObjectNode item = sources.path(place.item()).deepCopy();
        item.put("Description", NAME).put("CreateTime", made).put("ModifyTime", made);
        item.put("Engine", "engine1/file").putObject("Statistics");
        sources.set(id, item);
        ObjectNode rule = ((ObjectNode) profile.path("BackupRules")).putObject("rule-" + id);
        rule.put("Source", id).put("Destination", place.vault());
        rule.putArray("Schedules").addObject().put("FrequencyType", 8011);
        return profile;
    }

    private String known() throws Exception {
        return PortalTables.rows(
                        "SELECT COUNT(*) FROM eb_item_standing WHERE promised_secs = 86400"
                                + " AND item_id = '"
                                + id
                                + "'")
                .get(0);
    }

    /** A backup of the device's other item. */
    void backupOfTheOther(int status) throws Exception {
        World.awaitANewSecond();
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, status);
    }

    /** A good backup of this one. */
    void backup() throws Exception {
        World.awaitANewSecond();
        String job = acts.jobs().start(place.username(), place.device(), id, place.vault());
        acts.jobs().finish(job, 5000);
    }

    void remove() throws Exception {
        acts.accounts()
                .edit(
                        place.username(),
                        profile -> {
                            ((ObjectNode) profile.path("Sources")).remove(id);
                            ((ObjectNode) profile.path("BackupRules")).remove("rule-" + id);
                            return profile;
                        });
        World.eventually("the item has gone", () -> known().equals("0"));
        backupOfTheOther(5000);
    }
}
