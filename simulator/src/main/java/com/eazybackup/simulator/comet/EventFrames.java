package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
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
    private final Fleet fleet;
    private final Oddities oddities;

    EventFrames(Switches switches, Fleet fleet) {
        this.switches = switches;
        this.fleet = fleet;
        this.oddities = new Oddities(switches);
    }

    /** Whether the listener's administrator may be told: those of a tenant see the tenant's. */
    boolean seen(FleetEvent event) {
        return switches.adminOrganization.isEmpty()
                || !switches.tenantSeesOwnOnly
                || switches.adminOrganization.equals(organization(event));
    }

    /** A job's end that nobody has seen yet, to be spoilt. */
    ObjectNode sample() {
        ObjectNode event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Actor", "nobody")
                        .put("OwnerOrganizationID", "")
                        .put("ResourceID", "00000000-0000-4000-8000-000000000000")
                        .put("Type", EventKind.JOB_COMPLETED.number())
                        .put("Timestamp", fleet.now())
                        .put("TypeString", EventKind.JOB_COMPLETED.typeString());
        event.set(
                "Data",
                Json.template("job")
                        .put("GUID", "00000000-0000-4000-8000-000000000000")
                        .put("Username", fleet.usernames().stream().findFirst().orElse("nobody"))
                        .put("Classification", 4001)
                        .put("Status", 5000)
                        .put("StartTime", fleet.now() - 60)
                        .put("EndTime", fleet.now()));
        return event;
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
            frame.put("OwnerOrganizationID", organization(event))
                    .put("Type", event.kind().number());
        } else {
            frame.put("Actor", actor(event)).put("OwnerOrganizationID", organization(event));
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

    /** Of the account that it is about, as far as the event says which. */
    private String organization(FleetEvent event) {
        String owner =
                event.data()
                        .map(data -> data.path("Username").asText())
                        .filter(name -> !name.isEmpty())
                        .orElse(event.actor());
        return fleet.organizationOf(owner);
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
        if (event.kind() == EventKind.DEVICE_REMOVED) {
            return switches.removedDeviceNamed;
        }
        return event.kind().name().startsWith("DEVICE_") || switches.resourceIdOnEveryEvent;
    }

    private static boolean isLiveConnection(EventKind kind) {
        return kind == EventKind.DEVICE_LIVE_CONNECT || kind == EventKind.DEVICE_LIVE_DISCONNECT;
    }
}
