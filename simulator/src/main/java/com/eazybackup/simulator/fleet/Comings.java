package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Devices that come and go: lids close and open, a loaner registers and is handed back. */
final class Comings {

    /** So few may be away because of us that the fleet stays mostly online. */
    private static final int MOST_AWAY = 4;

    private final Fleet fleet;
    private final Draw draw;
    private final Deque<Connections.Link> away = new ArrayDeque<>();
    private final Deque<Connections.Link> loaners = new ArrayDeque<>();
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
            Connections.Link back = away.removeFirst();
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
        fleet.unfinishedJobs().forEach(job -> busy.add(job.path("DeviceID").asText()));
        List<Connections.Link> idle =
                fleet.links().stream().filter(link -> !busy.contains(link.device())).toList();
        if (!idle.isEmpty()) {
            Connections.Link place = draw.from(idle);
            fleet.acts().devices().disconnect(place.username(), place.device());
            away.addLast(place);
        }
    }

    private void loaner() {
        if (loaners.isEmpty()) {
            String username = draw.from(fleet.usernames());
            String device = fleet.acts().devices().add(username, "LOANER-%02d".formatted(number));
            loaners.addLast(new Connections.Link(username, device));
            return;
        }
        Connections.Link place = loaners.removeFirst();
        if (registered(place)) {
            fleet.acts().devices().remove(place.username(), place.device(), Fleet.ADMIN);
        }
    }

    private boolean registered(Connections.Link place) {
        JsonNode profile = fleet.profile(place.username()).map(JsonNode.class::cast).orElse(null);
        return profile != null && profile.path("Devices").has(place.device());
    }
}
