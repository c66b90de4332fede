package com.eazybackup.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client's groups for the time of a test, made as a program makes them: the portal keeps them in
 * memory, and would not hear of rows that are written beside it.
 */
final class MadeGroups {

    private static final String PATH = "/api/device-groups";

    private final Session session;
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    private MadeGroups(Session session) {
        this.session = session;
    }

    /** Of whoever is signed in there; none of before is left. */
    static MadeGroups of(Session session) throws Exception {
        MadeGroups groups = new MadeGroups(session);
        groups.gone();
        return groups;
    }

    /**
     * @param words that find its devices
     */
    MadeGroups with(String name, String color, String words) throws Exception {
        Session.Answer made = session.post(PATH, Map.of("name", name, "color", color));
        if (made.status() != 201) {
            throw new AssertionError("group " + name + ": " + made);
        }
        int id = made.json().path("group").path("id").asInt();
        ids.put(name, id);
        if (!words.isEmpty()) {
            move(devices(words), id);
        }
        return this;
    }

    int id(String name) {
        return ids.get(name);
    }

    /** Keys of the devices that these words find. */
    List<String> devices(String words) throws Exception {
        List<String> keys = new ArrayList<>();
        for (JsonNode device :
                session.get("/api/devices?size=200&q=" + words).json().path("items")) {
            keys.add(device.path("id").asText());
        }
        return keys;
    }

    void move(List<String> devices, int group) throws Exception {
        Session.Answer moved =
                session.put(
                        PATH + "/assignments", Map.of("device_ids", devices, "group_id", group));
        if (moved.status() != 200) {
            throw new AssertionError("move to " + group + ": " + moved);
        }
    }

    /** None of them is left. */
    void gone() throws Exception {
        for (JsonNode group : session.get(PATH).json().path("groups")) {
            session.delete(PATH + "/" + group.path("id").asInt());
        }
    }
}
