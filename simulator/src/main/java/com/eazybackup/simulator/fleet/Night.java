package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a fleet does by itself, as its clock goes on. */
final class Night {

    private static final List<Integer> MAINTENANCE = List.of(4002, 4003, 4006, 4010);
    private static final int BACKUP = 4001;

    /** A fleet of this size starts a job every four seconds. */
    private static final double USUAL_DEVICES = 110;

    private final Fleet fleet;
    private final double speed;
    private final Draw draw;
    private final Comings comings;
    private final List<JobRun> runs = new ArrayList<>();
    private Instant nextStart;
    private Instant nextComing;

    Night(Fleet fleet, double speed) {
        this.fleet = fleet;
        this.speed = speed;
        this.draw = fleet.next("night");
        this.comings = new Comings(fleet, draw);
        this.nextStart = fleet.clock().instant();
        this.nextComing = nextStart.plus(scaled(8_000));
    }

    void liveUntil(Instant now) {
        runs.removeIf(run -> run.advance(now));
        while (!nextStart.isAfter(now)) {
            startSomewhere(nextStart);
            nextStart = nextStart.plus(scaled((long) (draw.between(3_000, 5_000) * sparseness())));
            // After a long pause there is one start, not all those that were left out.
            if (nextStart.plusSeconds(60).isBefore(now)) {
                nextStart = now;
            }
        }
        if (!nextComing.isAfter(now)) {
            comings.next();
            nextComing = now.plus(scaled(draw.between(12_000, 30_000)));
        }
    }

    private double sparseness() {
        return Math.max(1, Math.min(6, USUAL_DEVICES / Math.max(1, fleet.connectionCount())));
    }

    private void startSomewhere(Instant at) {
        List<Connections.Link> online = fleet.links();
        if (online.isEmpty()) {
            return;
        }
        Set<Connections.Link> busy = new HashSet<>();
        runs.forEach(
                run ->
                        busy.add(
                                new Connections.Link(
                                        run.place().username(), run.place().device())));
        // Several draws before a busy device is taken; then it says "already running".
        Connections.Link live = draw.from(online);
        for (int attempt = 0; attempt < 3 && busy.contains(live); attempt++) {
            live = draw.from(online);
        }
        start(live, busy.contains(live), at);
    }

    private void start(Connections.Link live, boolean busy, Instant at) {
        String username = live.username();
        String device = live.device();
        ObjectNode profile = fleet.profile(username).orElseThrow();
        List<JobPlace> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> rule : profile.path("BackupRules").properties()) {
            String item = rule.getValue().path("Source").asText();
            JsonNode source = profile.path("Sources").path(item);
            if (source.path("OwnerDevice").asText().equals(device)) {
                String vault = rule.getValue().path("Destination").asText();
                places.add(new JobPlace(username, device, item, vault));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        JobPlace place = draw.from(places);
        if (busy) {
            fleet.acts()
                    .jobs()
                    .neverStarted(
                            username, device, place.item(), place.vault(), JobStatuses.SKIPPED);
            return;
        }
        int classification = draw.chance(0.08) ? draw.from(MAINTENANCE) : BACKUP;
        String item = classification == BACKUP || classification == 4002 ? place.item() : "";
        String id =
                fleet.acts().jobs().start(username, device, item, place.vault(), classification);
        Duration takes = scaled(draw.between(10_000, 120_000));
        JobRun.Plan plan = JobRun.Plan.ofNight(draw, at, takes);
        runs.add(new JobRun(fleet, id, place, plan, (job, status) -> {}));
    }

    private Duration scaled(long millis) {
        return Duration.ofMillis(Math.max(50, (long) (millis / speed)));
    }
}
