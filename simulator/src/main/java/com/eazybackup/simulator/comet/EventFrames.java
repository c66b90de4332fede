package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
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
        if (switches.oldServer) {
            if (isLiveConnection(event.kind())) {
                return Optional.empty();
            }
            frame.put("OwnerOrganizationID", "").put("Type", event.kind().number());
        } else {
            frame.put("Actor", event.actor()).put("OwnerOrganizationID", "");
            if (hasResource(event)) {
                frame.put("ResourceID", event.resourceId());
            }
            frame.put("Type", event.kind().number())
                    .put("Timestamp", event.timestamp())
                    .put("TypeString", event.kind().typeString());
        }
        event.data().ifPresent(data -> frame.set("Data", oddities.apply(data)));
        try {
            return Optional.of(Json.MAPPER.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasResource(FleetEvent event) {
        boolean aboutDevice = event.kind().name().startsWith("DEVICE_");
        return !event.resourceId().isEmpty() && (aboutDevice || switches.resourceIdOnEveryEvent);
    }

    private static boolean isLiveConnection(EventKind kind) {
        return kind == EventKind.DEVICE_LIVE_CONNECT || kind == EventKind.DEVICE_LIVE_DISCONNECT;
    }
}
