package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For every call a form that a server accepts: by the names of its fields, which mean the same
 * almost everywhere, and by call where they do not.
 */
final class GoodForms {

    static final String USER = "larkspur";

    private final SimulatedCometServer server;
    private final Map<String, String> byName = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byCall = new LinkedHashMap<>();

    GoodForms(SimulatedCometServer server) {
        this.server = server;
        Fleet fleet = server.fleet();
        JsonNode profile = fleet.profile(USER).orElseThrow();
        String rule = profile.path("BackupRules").fieldNames().next();
        String item = profile.path("BackupRules").path(rule).path("Source").asText();
        String vault = profile.path("BackupRules").path(rule).path("Destination").asText();
        String device = profile.path("Sources").path(item).path("OwnerDevice").asText();
        String job = server.acts().jobs().start(USER, device, item, vault);
        byName.put("TargetUser", USER);
        byName.put("TargetID", server.acts().devices().connect(USER, device));
        byName.put("TargetDevice", device);
        byName.put("Source", item);
        byName.put("SourceID", item);
        byName.put("Destination", vault);
        byName.put("DestinationID", vault);
        byName.put("BackupRule", rule);
        byName.put("JobID", job);
        byName.put("Start", "0");
        byName.put("End", Long.toString(fleet.now()));
        byName.put("Query", "{\"ClauseType\":\"and\",\"ClauseChildren\":[]}");
    }

    /** The fields that sign in to that call. */
    String signIn(String path) {
        return path.startsWith(Api.ADMIN)
                ? "Username=portal&AuthType=Password&Password=" + server.access().password()
                : "";
    }

    /** The fields of that call, without those that sign in. */
    Map<String, String> of(String path) {
        Map<String, String> form = new LinkedHashMap<>();
        Map<String, String> own = byCall.getOrDefault(path, Map.of());
        List<String> needed = server.protocol().neededFields(path);
        for (String field : needed) {
            if (!own.containsKey(field)) {
                String value = byName.get(field);
                if (value == null) {
                    throw new IllegalStateException("What is a good " + field + " of " + path);
                }
                form.put(field, value);
            }
        }
        form.putAll(own);
        return form;
    }
}
