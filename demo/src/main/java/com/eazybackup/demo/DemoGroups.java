package com.eazybackup.demo;

import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The groups that a reseller would have made for its customers, so that the demo shows the list by
 * group: made over the portal's API, once, when its devices are there.
 */
final class DemoGroups {

    /**
     * @param words that find its devices
     */
    private record Wanted(String name, String color, String icon, String words) {}

    private static final List<Wanted> WANTED =
            List.of(
                    new Wanted("Northgate School", "teal", "school", "northgate"),
                    new Wanted("Riverbend Clinic", "pink", "health", "riverbend"),
                    new Wanted("Birch Legal", "amber", "building", "birchlegal"),
                    new Wanted("Granite Logistics", "violet", "", "granite"),
                    new Wanted("Tamarack Dental", "blue", "", "tamarackdental"));

    private static final String PATH = "api/device-groups";
    private static final int RESELLER = 101;

    private final URI portal;

    DemoGroups(URI portal) {
        this.portal = portal;
    }

    /**
     * Waits for the devices. Nothing is made where there are groups already.
     *
     * @param devices how many the reseller has when all are read
     * @throws StartFailed when the portal refuses
     */
    void makeWhenReady(int devices) {
        PortalCalls reseller =
                new PortalCalls(portal, "dana@pinewood.example", DemoCustomers.PASSWORD);
        reseller.put("api/session/client", Map.of("client_id", RESELLER));
        if (!reseller.get(PATH).path("groups").isEmpty()) {
            return;
        }
        try {
            while (reseller.get("api/devices?size=1").path("total").asInt() < devices) {
                TimeUnit.SECONDS.sleep(3);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        WANTED.forEach(wanted -> make(reseller, wanted));
    }

    private static void make(PortalCalls reseller, Wanted wanted) {
        Map<String, String> looks =
                wanted.icon().isEmpty()
                        ? Map.of("name", wanted.name(), "color", wanted.color())
                        : Map.of(
                                "name",
                                wanted.name(),
                                "color",
                                wanted.color(),
                                "icon",
                                wanted.icon());
        int group = reseller.post(PATH, looks).path("group").path("id").asInt();
        List<String> members = new ArrayList<>();
        for (JsonNode device :
                reseller.get("api/devices?size=200&q=" + wanted.words()).path("items")) {
            members.add(device.path("id").asText());
        }
        reseller.put(PATH + "/assignments", Map.of("device_ids", members, "group_id", group));
    }
}
