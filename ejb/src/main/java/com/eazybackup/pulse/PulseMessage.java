package com.eazybackup.pulse;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A change in the form in which it goes out, made once for all its viewers. Never changed after it
 * was made: the bytes are shared.
 *
 * @param id of the change; a viewer that comes back names the last one it has seen
 * @param client whose it is; empty for news of a stream
 * @param subject the user name that the change is about, or the profile for news of a stream; empty
 *     when it is about the client as a whole, whatever its services
 * @param bytes one server-sent event
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and shared on purpose
record PulseMessage(long id, Optional<ClientId> client, Optional<String> subject, byte[] bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @return the message, empty when the body is not the JSON object that it must be
     */
    static Optional<PulseMessage> of(FleetChange change) {
        try {
            if (!(JSON.readTree(change.body()) instanceof ObjectNode body)) {
                return Optional.empty();
            }
            ObjectNode message = JSON.createObjectNode();
            message.put("kind", change.kind());
            message.put("t", change.at().getEpochSecond());
            message.setAll(body);
            return Optional.of(
                    new PulseMessage(
                            change.id(),
                            change.client(),
                            subject(change, body),
                            event(change.id(), JSON.writeValueAsString(message))));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Says what the client may see. It has no id of the feed, so it is never what a viewer resumes
     * from, and nothing that a viewer has seen makes it out of date.
     *
     * @param t Unix seconds
     */
    static PulseMessage of(ClientScope scope, long t) {
        ObjectNode message = JSON.createObjectNode();
        message.put("kind", "scope").put("t", t).put("scope", scope.mark());
        return new PulseMessage(
                Long.MAX_VALUE,
                Optional.of(scope.client()),
                Optional.empty(),
                ("data: " + message + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> subject(FleetChange change, JsonNode body) {
        if (change.client().isEmpty()) {
            return Optional.of(body.path("profile").asText(""));
        }
        if (change.kind().equals(FleetChange.GROUPS)) {
            return Optional.empty();
        }
        JsonNode job = body.path("job").path("username");
        return Optional.of(
                job.isMissingNode()
                        ? body.path("device").path("username").asText("")
                        : job.asText(""));
    }

    /** JSON that Jackson wrote has no line break in it, so it is one data line. */
    static byte[] event(long id, String json) {
        return ("id: " + id + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
