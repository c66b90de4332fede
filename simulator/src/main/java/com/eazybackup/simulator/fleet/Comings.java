package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Devices that come and go: lids close and open, a loaner registers and is handed back. */
final class Comings {

    private record Place(String username, String device) {}

    /** So few may be away because of us that the fleet stays mostly online. */
    private static final int MOST_AWAY = 4;

    private final Fleet fleet;
    private final Draw draw;
    private final Deque<Place> away = new ArrayDeque<>();
    private final Deque<Place> loaners = new ArrayDeque<>();
    private int number;

    Comings(Fleet fleet, Draw draw) {
        this.fleet = fleet;
        this.draw = draw;
    }

    void next() {
        number++;
        if (number % 7 == 0) {
            loaner();
        } else if (away.size() >= MOST_AWAY || (!away.isEmpty() && draw.chance(0.5))) {
            Place back = away.removeFirst();
            if (registered(back)) {
                fleet.acts().devices().connect(back.username(), back.device());
            }
        } else {
            leave();
        }
    }

    /** Devices in the middle of a job stay. */
    private void leave() {
        Set<String> busy = new HashSet<>();
        fleet.jobs(job -> job.path("EndTime").asLong() == 0)
                .forEach(job -> busy.add(job.path("DeviceID").asText()));
        List<Place> idle = new ArrayList<>();
        for (ObjectNode live : fleet.connections().values()) {
            if (!busy.contains(live.path("DeviceID").asText())) {
                idle.add(new Place(live.path("Username").asText(), live.path("DeviceID").asText()));
            }
        }
        if (!idle.isEmpty()) {
            Place place = draw.from(idle);
            fleet.acts().devices().disconnect(place.username(), place.device());
            away.addLast(place);
        }
    }

    private void loaner() {
        if (loaners.isEmpty()) {
            String username = draw.from(fleet.usernames());
            String device = fleet.acts().devices().add(username, "LOANER-%02d".formatted(number));
            loaners.addLast(new Place(username, device));
            return;
        }
        Place place = loaners.removeFirst();
        if (registered(place)) {
            fleet.acts().devices().remove(place.username(), place.device(), Fleet.ADMIN);
        }
    }

    private boolean registered(Place place) {
        JsonNode profile = fleet.profile(place.username()).map(JsonNode.class::cast).orElse(null);
        return profile != null && profile.path("Devices").has(place.device());
    }
}
