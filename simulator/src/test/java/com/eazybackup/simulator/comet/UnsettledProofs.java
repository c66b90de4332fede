package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** For each unsettled switch: what somebody outside sees of it, and what that is by position. */
final class UnsettledProofs {

    /** What is to be seen at a position. */
    record Proof(Look look, UnaryOperator<String> expected) {}

    /** Looks from outside, as text. */
    @FunctionalInterface
    interface Look {
        String see() throws Exception;
    }

    private static final String USER = "larkspur";

    private final SimulatedCometServer server;
    private final MovableClock clock;
    private final ApiCaller caller;
    private final Workbench bench;
    private final Map<String, Proof> proofs = new LinkedHashMap<>();

    UnsettledProofs(SimulatedCometServer server, MovableClock clock) {
        this.server = server;
        this.clock = clock;
        this.caller = new ApiCaller(server, USER);
        this.bench = new Workbench(server, USER);
        statuses();
        events();
        welcome();
        devicesAndJobs();
        accounts();
        engines();
    }

    /** Nothing when nobody has written one. */
    Proof of(String name) {
        return proofs.get(name);
    }

    private void statuses() {
        prove(
                "errorsAsHttpStatus",
                () ->
                        ""
                                + caller.send(
                                                Api.ADMIN + "get-user-profile",
                                                Map.of("TargetUser", "nobody"))
                                        .statusCode(),
                position -> position.equals("true") ? "500" : "200");
        prove("unknownUserStatus", () -> status("get-user-profile", "TargetUser", "nobody"));
        prove("unknownJobStatus", () -> status("get-job-properties", "JobID", "nothing"));
        prove("hashConflictStatus", () -> status("set-user-profile-hash", write("stale")));
        prove("deviceAwayStatus", () -> command("nowhere", "drop-connection"));
        prove(
                "cancelUnreachableStatus",
                () -> {
                    String job = backup("{}");
                    server.acts().devices().disconnect(USER, bench.device());
                    return status("job/cancel", "TargetUser", USER, "JobID", job);
                });
        prove(
                "filenamesRefusedStatus",
                () -> {
                    server.acts().devices().allowFilenames(USER, bench.device(), false);
                    return command(bench.target(), "request-filesystem-objects");
                });
        prove(
                "permissionStatus",
                () -> {
                    server.switches().permissionDenied = true;
                    return status("meta/version");
                });
        prove(
                "webRefusedStatus",
                () -> {
                    Map<String, String> session = session();
                    edit(profile -> Json.object(profile, "Policy").put("PreventOpenWebUI", true));
                    return caller.send(Api.USER_WEB + "get-user-profile-and-hash", session)
                            .body()
                            .replaceAll("(?s).*\"Status\":(\\d+).*", "$1");
                });
    }

    private void events() {
        prove(
                "timestampInMillis",
                () -> "" + (next("job").path("Timestamp").asText().length() == 13));
        prove("resourceIdOnEveryEvent", () -> "" + next("job").has("ResourceID"));
        prove("liveEventsNameDevice", () -> "" + next("connect").has("ResourceID"));
        prove("liveEventsNameUser", () -> "" + next("connect").path("Actor").asText().equals(USER));
        prove(
                "removedDeviceNamed",
                () -> {
                    StreamListener listener = StreamListener.signedIn(server);
                    server.acts().devices().remove(USER, bench.device(), USER);
                    JsonNode event = listener.event();
                    while (event.path("Type").asInt() != 4701) {
                        event = listener.event();
                    }
                    return "" + event.path("ResourceID").asText().equals(bench.device());
                });
        prove("profileEventHasProfile", () -> "" + next("edit").path("Data").has("Username"));
        prove(
                "removedAccountNamed",
                () -> "" + next("remove").path("Data").asText().equals("Deltaworks"));
        prove(
                "allowListForm",
                () -> first("?allowList=4200") + " " + first("?allowList=%5B4200%5D"),
                position ->
                        switch (Switches.AllowListForm.valueOf(position)) {
                            case ANY -> "4200 4200";
                            case COMMAS -> "4200 4702";
                            case JSON_ARRAY -> "4702 4200";
                            case IGNORED -> "4702 4702";
                        });
        prove("profileEventAfterJob", () -> told(EventKind.ACCOUNT_UPDATED, this::wholeJob));
        prove(
                "streamsMissedJobs",
                () ->
                        told(
                                EventKind.JOB_COMPLETED,
                                () ->
                                        server.acts()
                                                .jobs()
                                                .neverStarted(
                                                        USER,
                                                        bench.device(),
                                                        "",
                                                        bench.vault(),
                                                        7004)));
        prove(
                "streamsAdminActs",
                () -> {
                    String job = start();
                    return told(
                            EventKind.JOB_COMPLETED, () -> server.acts().jobs().cancelByAdmin(job));
                });
    }

    private void welcome() {
        prove("refusalText", () -> refused().text());
        prove("refusalCloseCode", () -> "" + refused().closeCode());
        prove(
                "pingSeconds",
                () -> {
                    StreamListener listener = StreamListener.signedIn(server);
                    if (server.switches().pingSeconds > 0) {
                        listener.awaitPing();
                    }
                    server.stream().sendRaw("last");
                    listener.text();
                    return listener.wasPinged() ? "1" : "0";
                });
    }

    private void devicesAndJobs() {
        prove(
                "oldConnectionsLinger",
                () -> {
                    String before = bench.target();
                    server.acts().devices().connect(USER, bench.device());
                    return "" + server.fleet().connection(before).isPresent();
                });
        prove(
                "stopAfterInMinutes",
                () -> {
                    String job = backup("{\"StopAfter\":5}");
                    pass(2);
                    pass(6);
                    return jobStatus(job);
                },
                position -> position.equals("true") ? "6001" : "7005");
        prove(
                "abandonedJobsRevive",
                () -> {
                    String job = backup("{}");
                    pass(3);
                    status("job/abandon", "TargetUser", USER, "JobID", job);
                    pass(3);
                    return jobStatus(job);
                },
                position -> position.equals("true") ? "6002" : "7007");
        prove(
                "oldLogs",
                () -> {
                    String job = wholeJob();
                    clock.forward(Duration.ofDays(JobLog.KEPT_DAYS + 1));
                    JsonNode log = caller.admin("get-job-log-entries", "JobID", job);
                    return log.isArray() ? "list of " + Math.min(1, log.size()) : "refused";
                },
                position ->
                        switch (Switches.OldLogs.valueOf(position)) {
                            case KEPT -> "list of 1";
                            case EMPTY -> "list of 0";
                            case REFUSED -> "refused";
                        });
        prove(
                "restoreElsewhereRefused",
                () -> {
                    bench.backup("engine1/file");
                    JsonNode sources = profile().path("Sources");
                    String item =
                            sources.properties().stream()
                                    .filter(s -> owner(s.getValue()).equals(bench.device()))
                                    .findFirst()
                                    .orElseThrow()
                                    .getKey();
                    String elsewhere = new Workbench(server, USER).device();
                    String target =
                            server.fleet().connectionsOf(USER).entrySet().stream()
                                    .filter(live -> device(live.getValue()).equals(elsewhere))
                                    .findFirst()
                                    .orElseThrow()
                                    .getKey();
                    String status =
                            command(
                                    target,
                                    "run-restore-custom",
                                    "Source",
                                    item,
                                    "Destination",
                                    bench.vault(),
                                    "Options",
                                    "{\"Type\":0,\"DestPath\":\"C:\\\\Restore\"}");
                    return "" + !status.equals("200");
                });
        prove(
                "yearOffsetFromZero",
                () -> {
                    String snapshot = bench.backup("engine1/file");
                    edit(
                            profile ->
                                    keepNovemberOnly(
                                            Json.object(
                                                    Json.object(profile, "Destinations"),
                                                    bench.vault())));
                    command(bench.target(), "apply-retention-rules", "Destination", bench.vault());
                    pass(90);
                    pass(90);
                    JsonNode left =
                            caller.admin(
                                    "dispatcher/request-vault-snapshots",
                                    "TargetID",
                                    bench.target(),
                                    "Destination",
                                    bench.vault());
                    return "" + !left.toString().contains(snapshot);
                });
        prove(
                "unixSubtreeIsPath",
                () -> {
                    server.acts().devices().disconnect(USER, bench.device());
                    edit(
                            profile -> {
                                JsonNode device = profile.path("Devices").path(bench.device());
                                Json.object(device, "PlatformVersion")
                                        .put("os", "linux")
                                        .put("distribution", "debian");
                            });
                    server.acts().devices().connect(USER, bench.device());
                    JsonNode entries =
                            caller.admin(
                                            "dispatcher/request-filesystem-objects",
                                            "TargetID",
                                            bench.target(),
                                            "Path",
                                            "/")
                                    .path("StoredObjects");
                    return ""
                            + entries.valueStream()
                                    .map(entry -> entry.path("subtree").asText())
                                    .filter(subtree -> !subtree.isEmpty())
                                    .findFirst()
                                    .orElseThrow()
                                    .startsWith("/");
                });
    }

    /** When months count from 1. */
    private static void keepNovemberOnly(ObjectNode vault) {
        vault.putObject("DefaultRetention")
                .put("Mode", 802)
                .putArray("Ranges")
                .addObject()
                .put("Type", 911)
                .put("Years", 5)
                .put("YearOffset", 11);
    }

    private void accounts() {
        prove(
                "tenantSeesOwnOnly",
                () -> {
                    server.switches().adminOrganization = "tenant-1";
                    return "" + caller.admin("list-users").isEmpty();
                });
        prove(
                "profileRaceEvery",
                () -> {
                    int conflicts = 0;
                    for (int i = 0; i < 3; i++) {
                        String hash = server.fleet().hash(USER).orElseThrow();
                        String status = status("set-user-profile-hash", write(hash));
                        conflicts += status.equals("200") ? 0 : 1;
                    }
                    return conflicts + " of 3";
                },
                position -> (position.equals("0") ? 0 : 3 / Integer.parseInt(position)) + " of 3");
        prove(
                "validateTotpSetsFlags",
                () -> {
                    Map<String, String> session = session();
                    String made =
                            web("account/regenerate-totp", session, server.fleet().hash(USER).get())
                                    .path("ProfileHash")
                                    .asText();
                    session.put("TOTPCode", server.oneTimeCode(USER).orElseThrow());
                    web("account/validate-totp", session, made);
                    return "" + profile().path("AllowPasswordAndTOTPLogin").asBoolean();
                });
    }

    private void engines() {
        prove(
                "machineKeys",
                () -> keys("engine1/hyperv", "ALL_VMS"),
                position ->
                        switch (Switches.MachineKeys.valueOf(position)) {
                            case ALL_VMS -> "[ALL_VMS]";
                            case ID_AND_NAME ->
                                    "[VM-00000000-0000-4000-8000-000000000001,"
                                            + " VM-00000000-0000-4000-8000-000000000002]";
                            case NAME_ONLY -> "[VM-0001, VM-0002]";
                        });
        prove(
                "officeSecretKey",
                () -> keys("engine1/winmsofficemail", "APP_SECRET"),
                position -> "[" + position + "]");
        prove(
                "undocumentedKeysDiffer",
                () -> keys("engine1/mysql", "HOST"),
                position -> position.equals("true") ? "[X_HOST]" : "[HOST]");
        prove(
                "proxmoxInOneKey",
                () -> keys("engine1/proxmox", "HOST"),
                position -> position.equals("true") ? "[PVE_PARAMS]" : "[HOST]");
    }

    private void prove(String name, Look look) {
        prove(name, look, UnaryOperator.identity());
    }

    private void prove(String name, Look look, UnaryOperator<String> expected) {
        proofs.put(name, new Proof(look, expected));
    }

    private String status(String call, String... fields) throws Exception {
        return caller.admin(call, fields).path("Status").asText();
    }

    private String command(String target, String call, String... fields) throws Exception {
        List<String> all = new ArrayList<>(List.of("TargetID", target));
        all.addAll(List.of(fields));
        return status("dispatcher/" + call, all.toArray(String[]::new));
    }

    private String[] write(String hash) {
        return new String[] {
            "TargetUser", USER, "ProfileData", profile().toString(), "RequireHash", hash
        };
    }

    private String backup(String options) throws Exception {
        bench.backup("engine1/file");
        String item =
                profile().path("Sources").properties().stream()
                        .filter(s -> owner(s.getValue()).equals(bench.device()))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        return caller.admin(
                        "dispatcher/run-backup-custom",
                        "TargetID",
                        bench.target(),
                        "Source",
                        item,
                        "Destination",
                        bench.vault(),
                        "Options",
                        options)
                .path("JobID")
                .asText();
    }

    private String start() {
        return server.acts().jobs().start(USER, bench.device(), "", bench.vault());
    }

    private String wholeJob() {
        String job = start();
        server.acts().jobs().finish(job, 5000);
        return job;
    }

    private String jobStatus(String job) throws Exception {
        return status("get-job-properties", "JobID", job);
    }

    private void pass(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
        server.clockwork().obey();
    }

    private JsonNode profile() {
        return server.fleet().profile(USER).orElseThrow();
    }

    private void edit(Consumer<ObjectNode> change) {
        server.acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            change.accept(profile);
                            return profile;
                        });
    }

    /** The keys of EngineProps that the server shows of an item that really has this one. */
    private String keys(String engine, String key) throws Exception {
        String item = server.acts().accounts().addItem(USER, bench.device(), engine, "x");
        edit(
                profile ->
                        Json.object(Json.object(profile, "Sources"), item)
                                .putObject("EngineProps")
                                .put(key, "1"));
        List<String> names = new ArrayList<>();
        caller.admin("get-user-profile", "TargetUser", USER)
                .path("Sources")
                .path(item)
                .path("EngineProps")
                .fieldNames()
                .forEachRemaining(names::add);
        return names.toString();
    }

    private StreamListener refused() {
        return StreamListener.connect(server.origin(), "portal", "Password", "guess", "", "");
    }

    /** The first event after something has happened. */
    private JsonNode next(String happening) throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        switch (happening) {
            case "job" -> start();
            case "connect" -> server.acts().devices().connect(USER, bench.device());
            case "edit" -> edit(profile -> profile.put("AccountName", "Other"));
            default -> server.acts().accounts().remove("Deltaworks");
        }
        return listener.event();
    }

    /** The type of what comes first: a device that connects is told before a job. */
    private String first(String query) throws Exception {
        StreamListener listener = StreamListener.signedIn(server, query);
        server.acts().devices().connect(USER, bench.device());
        start();
        return listener.event().path("Type").asText();
    }

    private String told(EventKind kind, Runnable happening) {
        List<EventKind> kinds = new ArrayList<>();
        server.fleet().listen(event -> kinds.add(event.kind()));
        happening.run();
        return "" + kinds.contains(kind);
    }

    private Map<String, String> session() throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Username", USER);
        form.put("AuthType", "SessionKey");
        form.put(
                "SessionKey",
                caller.admin("account/session-start-as-user", "TargetUser", USER)
                        .path("SessionKey")
                        .asText());
        return form;
    }

    private JsonNode web(String call, Map<String, String> session, String hash) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(session);
        form.put("ProfileHash", hash);
        return Json.MAPPER.readTree(caller.send(Api.USER_WEB + call, form).body());
    }

    private static String owner(JsonNode item) {
        return item.path("OwnerDevice").asText();
    }

    private static String device(JsonNode connection) {
        return connection.path("DeviceID").asText();
    }
}
