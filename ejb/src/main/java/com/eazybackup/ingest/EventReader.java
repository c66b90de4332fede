package com.eazybackup.ingest;

import com.eazybackup.comet.CometTime;
import com.eazybackup.comet.DeviceConfig;
import com.eazybackup.comet.EventType;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.ingest.News.Spot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads one frame of the stream. Pure: what cannot be understood is {@link News.Unreadable} with
 * the reason, never an exception.
 */
final class EventReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventReader() {}

    /**
     * @param receivedAt Unix seconds; for events that say no time
     */
    static News read(String frame, long receivedAt) {
        JsonNode event;
        try {
            event = JSON.readTree(frame);
        } catch (JsonProcessingException e) {
            return new News.Unreadable("not JSON", receivedAt);
        }
        if (!(event instanceof ObjectNode envelope)) {
            return new News.Unreadable("not a JSON object", receivedAt);
        }
        long told =
                CometTime.firstOf(
                        envelope.path("Timestamp").asLong(), envelope.path("Time").asLong());
        // A clock that runs ahead must not make us believe that we have seen the future.
        long at = told == 0 ? receivedAt : Math.min(told, receivedAt);
        return read(envelope, at);
    }

    private static News read(ObjectNode envelope, long at) {
        JsonNode data = envelope.has("Data") ? envelope.path("Data") : envelope.path("Payload");
        EventType type =
                EventType.of(envelope.path("Type").asInt(), envelope.path("TypeString").asText());
        return switch (type) {
            case JOB_NEW -> job(data, false, at);
            case JOB_COMPLETED -> job(data, true, at);
            case ACCOUNT_NEW, ACCOUNT_UPDATED -> account(envelope, data, at);
            case ACCOUNT_REMOVED -> removed(envelope, data, at);
            case DEVICE_NEW, DEVICE_REMOVED, DEVICE_CONNECTED, DEVICE_DISCONNECTED ->
                    device(type, envelope, data, at);
            default -> new News.Nothing(at);
        };
    }

    private static News job(JsonNode data, boolean completed, long at) {
        if (!(data instanceof ObjectNode fields)) {
            return new News.Unreadable("a job event without data", at);
        }
        JobStatus byDefault = completed ? JobStatus.ERROR : JobStatus.ACTIVE;
        return JobDetail.from(JobFields.official(fields, byDefault))
                .<News>map(job -> new News.Job(job, completed || !job.running(), at))
                .orElseGet(() -> new News.Unreadable("a job event without a job id", at));
    }

    private static News account(ObjectNode envelope, JsonNode data, long at) {
        UserProfile profile = new UserProfile(data);
        if (profile.complete()) {
            return new News.Profile(profile, at);
        }
        String username = first(profile.username(), text(envelope, "Actor"));
        return username.isEmpty()
                ? new News.Unreadable("an account event that names nobody", at)
                : new News.ProfileChanged(username, at);
    }

    /** Servers of 2020 send the user name as the data; newer ones say nothing there. */
    private static News removed(ObjectNode envelope, JsonNode data, long at) {
        String told = data.isTextual() ? data.asText() : text(data, "Username");
        String username = first(told, text(envelope, "ResourceID"));
        return username.isEmpty()
                ? new News.Unreadable("a removed account that is not named", at)
                : new News.AccountRemoved(username, at);
    }

    private static News device(EventType type, ObjectNode envelope, JsonNode data, long at) {
        String device = first(text(envelope, "ResourceID"), text(data, "DeviceID"));
        if (device.isEmpty()) {
            return new News.Unreadable("a device event that names no device", at);
        }
        String username = text(data, "Username");
        String actor = text(envelope, "Actor");
        return switch (type) {
            case DEVICE_NEW ->
                    new News.DeviceAdded(username, actor, device, DeviceConfig.from(data), at);
            case DEVICE_REMOVED -> new News.DeviceRemoved(username, actor, device, at);
            default ->
                    new News.Presence(
                            new Spot(first(username, actor), device),
                            type == EventType.DEVICE_CONNECTED,
                            at);
        };
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
