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
     * @param looks name, color and icon
     * @param username whose devices are in it
     */
    private record Wanted(Map<String, String> looks, String username) {}

    private static final List<Wanted> WANTED =
            List.of(
                    wanted("Northgate School", "teal", "school", "northgate-school"),
                    wanted("Riverbend Clinic", "pink", "health", "riverbend.clinic"),
                    wanted("Birch Legal", "amber", "building", "birchlegal"),
                    wanted("Granite Logistics", "violet", "shop", "granite_logistics"),
                    wanted("Tamarack Dental", "blue", "health", "tamarackdental"));

    private static final String PATH = "api/device-groups";

    private final URI portal;
    private final DemoCustomers.Client reseller;

    DemoGroups(URI portal, DemoCustomers.Client reseller) {
        this.portal = portal;
        this.reseller = reseller;
    }

    private static Wanted wanted(String name, String color, String icon, String username) {
        return new Wanted(Map.of("name", name, "color", color, "icon", icon), username);
    }

    /**
     * Waits for the devices. Nothing is made where there are groups already.
     *
     * @throws StartFailed when the portal refuses
     */
    void makeWhenReady() {
        PortalCalls calls = new PortalCalls(portal, reseller.email(), DemoCustomers.PASSWORD);
        calls.put("api/session/client", Map.of("client_id", reseller.id()));
        if (!calls.get(PATH).path("groups").isEmpty()) {
            return;
        }
        try {
            for (Wanted wanted : WANTED) {
                List<String> devices = devices(calls, wanted);
                while (devices.size() < expected(wanted)) {
                    TimeUnit.SECONDS.sleep(2);
                    devices = devices(calls, wanted);
                }
                make(calls, wanted, devices);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int expected(Wanted wanted) {
        return reseller.services().stream()
                .filter(service -> service.username().equals(wanted.username()))
                .mapToInt(DemoCustomers.Service::devices)
                .sum();
    }

    private static List<String> devices(PortalCalls calls, Wanted wanted) {
        List<String> keys = new ArrayList<>();
        for (JsonNode device :
                calls.get("api/devices?size=200&q=" + wanted.username()).path("items")) {
            keys.add(device.path("id").asText());
        }
        return keys;
    }

    private static void make(PortalCalls calls, Wanted wanted, List<String> devices) {
        int group = calls.post(PATH, wanted.looks()).path("group").path("id").asInt();
        calls.put(PATH + "/assignments", Map.of("device_ids", devices, "group_id", group));
    }
}
