package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Optional;

/** StreamableEvent: one JSON object per text frame. */
final class EventFrames {

    private final Switches switches;
    private final Oddities oddities;

    EventFrames(Switches switches) {
        this.switches = switches;
        this.oddities = new Oddities(switches);
    }

    /**
     * @return nothing when a server of this age does not send such events
     */
    Optional<String> frame(FleetEvent event) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        if (switches.before(23, 5, 0)) {
            if (isLiveConnection(event.kind())) {
                return Optional.empty();
            }
            frame.put("OwnerOrganizationID", "").put("Type", event.kind().number());
        } else {
            frame.put("Actor", actor(event)).put("OwnerOrganizationID", "");
            if (hasResource(event)) {
                frame.put("ResourceID", event.resourceId());
            }
            long unit = switches.timestampInMillis ? 1_000 : 1;
            frame.put("Type", event.kind().number())
                    .put("Timestamp", event.timestamp() * unit)
                    .put("TypeString", event.kind().typeString());
        }
        data(event).ifPresent(data -> frame.set("Data", oddities.apply(data)));
        try {
            return Optional.of(Json.MAPPER.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String actor(FleetEvent event) {
        boolean nameless = isLiveConnection(event.kind()) && !switches.liveEventsNameUser;
        return nameless ? "" : event.actor();
    }

    private Optional<JsonNode> data(FleetEvent event) {
        return switch (event.kind()) {
            case ACCOUNT_UPDATED ->
                    switches.profileEventHasProfile ? event.data() : Optional.empty();
            case ACCOUNT_REMOVED ->
                    switches.removedAccountNamed
                            ? Optional.of(JsonNodeFactory.instance.textNode(event.resourceId()))
                            : event.data();
            default -> event.data();
        };
    }

    private boolean hasResource(FleetEvent event) {
        if (event.resourceId().isEmpty()) {
            return false;
        }
        if (isLiveConnection(event.kind())) {
            return switches.liveEventsNameDevice;
        }
        return event.kind().name().startsWith("DEVICE_") || switches.resourceIdOnEveryEvent;
    }

    private static boolean isLiveConnection(EventKind kind) {
        return kind == EventKind.DEVICE_LIVE_CONNECT || kind == EventKind.DEVICE_LIVE_DISCONNECT;
    }
}
