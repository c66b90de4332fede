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
import java.time.Instant;

/**
 * Reads one frame of the stream. Pure: what cannot be understood is {@link News.Unreadable} with
 * the reason, never an exception.
 */
final class EventReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String frame;
    private final Instant heard;

    private EventReader(String frame, Instant heard) {
        this.frame = frame;
        this.heard = heard;
    }

    /**
     * @param received by our clock; also for events that say no time
     */
    static News read(String frame, Instant received) {
        return new EventReader(frame, received).read();
    }

    private News read() {
        JsonNode event;
        try {
            event = JSON.readTree(frame);
        } catch (JsonProcessingException e) {
            return unreadable("not JSON", heard.getEpochSecond());
        }
        if (!(event instanceof ObjectNode envelope)) {
            return unreadable("not a JSON object", heard.getEpochSecond());
        }
        long told =
                CometTime.firstOf(
                        envelope.path("Timestamp").asLong(), envelope.path("Time").asLong());
        // A clock that runs ahead must not make us believe that we have seen the future.
        long received = heard.getEpochSecond();
        long at = told == 0 ? received : Math.min(told, received);
        return read(envelope, at);
    }

    private News read(ObjectNode envelope, long at) {
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
            case OTHER -> new News.Nothing("event type " + kind(envelope), at);
            default -> new News.Nothing(at);
        };
    }

    private static String kind(ObjectNode envelope) {
        int number = envelope.path("Type").asInt();
        return number == 0 ? text(envelope, "TypeString") : Integer.toString(number);
    }

    private News job(JsonNode data, boolean completed, long at) {
        if (!(data instanceof ObjectNode fields)) {
            return unreadable("a job event without data", at);
        }
        JobStatus byDefault = completed ? JobStatus.ERROR : JobStatus.ACTIVE;
        return JobDetail.from(JobFields.official(fields, byDefault))
                .<News>map(job -> new News.Job(job, completed || !job.running(), at))
                .orElseGet(() -> unreadable("a job event without a job id", at));
    }

    private News account(ObjectNode envelope, JsonNode data, long at) {
        UserProfile profile = new UserProfile(data);
        if (profile.complete()) {
            return new News.Profile(profile, true, at, heard);
        }
        String username = first(profile.username(), text(envelope, "Actor"));
        return username.isEmpty()
                ? unreadable("an account event that names nobody", at)
                : new News.ProfileChanged(username, at);
    }

    /** Servers of 2020 send the user name as the data; newer ones say nothing there. */
    private News removed(ObjectNode envelope, JsonNode data, long at) {
        String told = data.isTextual() ? data.asText() : text(data, "Username");
        String username = first(told, text(envelope, "ResourceID"));
        return username.isEmpty()
                ? unreadable("a removed account that is not named", at)
                : new News.AccountRemoved(username, true, at, heard);
    }

    private News device(EventType type, ObjectNode envelope, JsonNode data, long at) {
        String device = first(text(envelope, "ResourceID"), text(data, "DeviceID"));
        if (device.isEmpty()) {
            return unreadable("a device event that names no device", at);
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
                            at,
                            heard);
        };
    }

    private News unreadable(String reason, long at) {
        return new News.Unreadable(reason, frame, at);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
