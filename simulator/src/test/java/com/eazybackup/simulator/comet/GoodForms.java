package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For every call a form that a server accepts: by the names of its fields, which mean the same
 * almost everywhere, and by call where they do not.
 */
final class GoodForms {

    static final String USER = "larkspur";

    private static final String REPORT =
            """
            {"ReportType":0,"SummaryFrequency":[],
             "Filter":{"ClauseType":"","RuleField":"","RuleOperator":"","RuleValue":""}}
            """;

    private static final String RESTORE =
            """
            {"Type":0,"OverwriteExistingFiles":true,"DestIsOriginalLocation":false,
             "DestPath":"C:\\\\Restore","ExactDestPaths":[]}
            """;

    private final SimulatedCometServer server;
    private final ApiCaller caller;
    private final Map<String, String> byName = new LinkedHashMap<>();

    GoodForms(SimulatedCometServer server, ApiCaller caller) {
        this.server = server;
        this.caller = caller;
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
        byName.put("ProfileData", fleet.profile(USER).orElseThrow().toString());
        byName.put("RequireHash", fleet.hash(USER).orElseThrow());
        byName.put("ProfileHash", fleet.hash(USER).orElseThrow());
        byName.put("TargetPassword", SimulatedCometServer.USER_PASSWORD);
        byName.put("NewPassword", "Hawthorn-1190");
        byName.put("EmailReportConfig", REPORT);
        String snapshot =
                fleet.jobsOf(USER).stream()
                        .filter(done -> done.path("DestinationGUID").asText().equals(vault))
                        .map(done -> done.path("SnapshotID").asText())
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElseThrow();
        byName.put("SnapshotID", snapshot);
        byName.put("SnapshotIDs", "[\"" + snapshot + "\"]");
        byName.put("RemoveConfigFile", "0");
        byName.put("NewURL", "https://elsewhere.example/");
        byName.put("ImportSourceID", "windows-backup");
        byName.put("Path", "C:\\Restore");
        byName.put("Options", RESTORE);
        byName.put("ExtraData", "{\"DestinationType\":1002,\"LocalcopyPath\":\"E:\\\\Backup\"}");
        byName.put(
                "Wsa",
                "{\"SharePath\":\"\\\\\\\\nas\\\\a\",\"Username\":\"a\",\"Password\":\"b\",\"PasswordFormat\":0}");
        byName.put("Query", "{\"ClauseType\":\"and\",\"ClauseChildren\":[]}");
    }

    /** The fields of that call, without those that sign in. */
    Map<String, String> of(String path) throws IOException, InterruptedException {
        Map<String, String> own = own(path);
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : server.protocol().neededFields(path)) {
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

    /** What differs from the usual for a call, and what must have been asked before it. */
    private Map<String, String> own(String path) throws IOException, InterruptedException {
        return switch (path) {
            case Api.ADMIN + "add-user" ->
                    Map.of("TargetUser", "bramblewick", "StoreRecoveryCode", "1");
            case Api.ADMIN + "add-user-from-profile" -> Map.of("TargetUser", "bramblewick");
            case Api.ADMIN + "account/session-upgrade" ->
                    Map.of(
                            "SessionKey",
                            caller.admin("account/session-start").path("SessionKey").asText());
            case Api.USER_WEB + "account/validate-totp" -> {
                String hash =
                        caller.web(
                                        "account/regenerate-totp",
                                        "ProfileHash",
                                        byName.get("ProfileHash"))
                                .path("ProfileHash")
                                .asText();
                yield Map.of(
                        "ProfileHash", hash, "TOTPCode", server.oneTimeCode(USER).orElseThrow());
            }
            default ->
                    path.startsWith(BrowsingForms.DISPATCHER)
                            ? new BrowsingForms(server, caller).of(path)
                            : new ProviderForms(server, caller).of(path);
        };
    }
}
