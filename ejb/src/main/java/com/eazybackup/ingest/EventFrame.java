package com.eazybackup.ingest;

import com.eazybackup.comet.EventType;
import com.eazybackup.ingest.News.Spot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Tells news as the event that would have said the same, so that what the database refused can be
 * kept and tried again whether it came by the stream or in a list. {@link EventReader} reads it
 * back.
 */
final class EventFrame {

    /** What no event says: a list of all connections, a sign of life. */
    static final String NONE = "";

    private EventFrame() {}

    static String of(News news) {
        if (news instanceof News.Job job) {
            EventType type = job.ended() ? EventType.JOB_COMPLETED : EventType.JOB_NEW;
            return event(type, job.at(), "", job.job().username(), job.job().content());
        }
        if (news instanceof News.Profile profile) {
            String user = profile.profile().username();
            JsonNode tree = profile.profile().tree();
            return event(EventType.ACCOUNT_UPDATED, profile.at(), user, user, tree);
        }
        if (news instanceof News.ProfileChanged changed) {
            String user = changed.username();
            return event(EventType.ACCOUNT_UPDATED, changed.at(), user, user, null);
        }
        if (news instanceof News.AccountRemoved removed) {
            return event(EventType.ACCOUNT_REMOVED, removed.at(), removed.username(), "", null);
        }
        if (news instanceof News.DeviceAdded added) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            if (added.config().content() instanceof ObjectNode config) {
                data.setAll(config);
            }
            data.put("Username", added.username());
            return event(EventType.DEVICE_NEW, added.at(), added.deviceId(), added.actor(), data);
        }
        if (news instanceof News.DeviceRemoved removed) {
            return event(
                    EventType.DEVICE_REMOVED,
                    removed.at(),
                    removed.deviceId(),
                    removed.actor(),
                    user(removed.username()));
        }
        if (news instanceof News.Presence presence) {
            Spot spot = presence.spot();
            EventType type =
                    presence.online() ? EventType.DEVICE_CONNECTED : EventType.DEVICE_DISCONNECTED;
            return event(
                    type, presence.at(), spot.deviceId(), spot.username(), user(spot.username()));
        }
        return news instanceof News.Unreadable unreadable ? unreadable.frame() : NONE;
    }

    private static JsonNode user(String username) {
        return JsonNodeFactory.instance.objectNode().put("Username", username);
    }

    private static String event(
            EventType type, long at, String resource, String actor, JsonNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("Type", type.code())
                .put("Timestamp", at)
                .put("Actor", actor)
                .put("ResourceID", resource);
        if (data != null) {
            event.set("Data", data);
        }
        return Fit.json(event);
    }
}
