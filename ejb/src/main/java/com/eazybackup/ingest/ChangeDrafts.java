package com.eazybackup.ingest;

import com.eazybackup.fleet.FleetChange;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The lines that a batch adds to the change feed, in order. */
final class ChangeDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body of a job's line. */
    private record JobBody(@JsonProperty("job") FleetJob job) {}

    private final List<FleetChange.Draft> drafts = new ArrayList<>();

    /**
     * @param kind {@code job:start}, {@code job:progress} or {@code job:end}
     */
    void job(int client, String kind, FleetJob job) {
        add(client, kind, new JobBody(job));
    }

    /**
     * @param kind {@code device:new}, {@code :updated}, {@code :removed}, {@code :online} or {@code
     *     :offline}
     */
    void device(String kind, DeviceEntry device) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode fields = body.putObject("device");
        fields.put("id", device.id())
                .put("hash", device.hash())
                .put("username", device.username())
                .put("name", device.name())
                .put("is_active", device.online());
        if (kind.equals("device:online") || kind.equals("device:offline")) {
            if (device.offlineSince() > 0) {
                fields.put("offline_since", device.offlineSince());
            } else {
                fields.putNull("offline_since");
            }
        }
        add(device.client(), kind, body);
    }

    private void add(int client, String kind, Object body) {
        try {
            drafts.add(
                    FleetChange.Draft.of(
                            new ClientId(client), kind, JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body of our own is always JSON", e);
        }
    }

    List<FleetChange.Draft> all() {
        return drafts;
    }
}
