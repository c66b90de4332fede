package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCallsTest {

    private static final String USER = "larkspur";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private final List<EventKind> events = new CopyOnWriteArrayList<>();
    private SimulatedCometServer server;
    private ApiCaller caller;
    private String device;
    private String item;
    private String vault;
    private String rule;
    private String target;

    @BeforeEach
    void start() {
        Fleet fleet =
                FleetPlan.of(
                                DemoCustomers.standard()
                                        .accountsOf(DemoCustomers.COMETBACKUP)
                                        .stream()
                                        .filter(service -> service.username().equals(USER))
                                        .toList(),
                                clock)
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        // The clock below moves in leaps; what is due then happens when the test says so.
        server.clockwork().pause();
        caller = new ApiCaller(server, USER);
        JsonNode profile = fleet.profile(USER).orElseThrow();
        rule = profile.path("BackupRules").fieldNames().next();
        item = profile.path("BackupRules").path(rule).path("Source").asText();
        vault = profile.path("BackupRules").path(rule).path("Destination").asText();
        device = profile.path("Sources").path(item).path("OwnerDevice").asText();
        server.acts().devices().disconnect(USER, device);
        server.acts()
                .accounts()
                .edit(
                        USER,
                        changed -> {
                            Json.object(Json.object(changed, "Devices"), device)
                                    .put("ClientVersion", "25.9.8");
                            return changed;
                        });
        target = server.acts().devices().connect(USER, device);
        fleet.listen(event -> events.add(event.kind()));
    }

    @AfterEach
    void stop() {
        assertThat(server.protocol().complaints()).isEmpty();
        server.close();
    }

    @Test
    void aBackupWaitsRunsEndsAndLeavesItsTraces() throws Exception {
        String job = command("run-backup", "BackupRule", rule).path("JobID").asText();
        assertThat(job(job).path("Status").asInt()).isEqualTo(6004);
        assertThat(job(job).path("BackupRuleGUID").asText()).isEqualTo(rule);
        assertThat(events).containsExactly(EventKind.JOB_NEW);
        pass(Duration.ofSeconds(4));
        assertThat(job(job).path("Status").asInt()).isEqualTo(6001);
        long first = job(job).path("Progress").path("BytesDone").asLong();
        pass(Duration.ofSeconds(4));
        assertThat(job(job).path("Progress").path("BytesDone").asLong()).isGreaterThan(first);
        pass(Duration.ofSeconds(90));
        assertThat(job(job).path("Status").asInt()).isEqualTo(5000);
        assertThat(job(job).path("SnapshotID").asText()).hasSize(64);
        assertThat(events)
                .containsExactly(
                        EventKind.JOB_NEW, EventKind.JOB_COMPLETED, EventKind.ACCOUNT_UPDATED);
        JsonNode statistics = profile().path("Sources").path(item).path("Statistics");
        assertThat(statistics.path("LastSuccessfulBackupJob").path("GUID").asText()).isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(ints = {7001, 7002, 7003})
    void howTheNextOneEndsCanBeSaid(int status) throws Exception {
        server.acts().orders().nextEndsWith(status);
        String job = custom("{}");
        pass(Duration.ofSeconds(90));
        assertThat(job(job).path("Status").asInt()).isEqualTo(status);
        job = custom("{}");
        pass(Duration.ofSeconds(90));
        assertThat(job(job).path("Status").asInt()).isEqualTo(5000);
    }

    @Test
    void aSecondOneIsSkippedOrSaysWhomItWaitsFor() throws Exception {
        String first = custom("{}");
        String skipped = custom("{\"SkipAlreadyRunning\":true}");
        assertThat(job(skipped).path("Status").asInt()).isEqualTo(7006);
        String second = custom("{\"SkipAlreadyRunning\":false}");
        assertThat(job(second).path("ConflictingJobID").asText()).isEqualTo(first);
        assertThat(job(second).has("BackupRuleGUID")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, 6001", "false, 7005"})
    void theTimeLimitIsInSecondsOrInMinutes(boolean minutes, int status) throws Exception {
        server.fleet().habits().stopAfterInMinutes = minutes;
        String job = custom("{\"StopAfter\":5}");
        pass(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(6));
        assertThat(job(job).path("Status").asInt()).isEqualTo(status);
    }

    @Test
    void onlyNewDevicesTellWhichJobItIs() throws Exception {
        server.acts().devices().disconnect(USER, device);
        server.acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            Json.object(Json.object(profile, "Devices"), device)
                                    .put("ClientVersion", "24.9.7");
                            return profile;
                        });
        target = server.acts().devices().connect(USER, device);
        assertThat(command("run-backup", "BackupRule", rule).has("JobID")).isFalse();
    }

    @Test
    void aRestoreChecksItsOptionsAndRuns() throws Exception {
        assertThat(restore("{\"Type\":99}").path("Status").asInt()).isEqualTo(400);
        assertThat(
                        restore("{\"Type\":0,\"DestIsOriginalLocation\":true,\"DestPath\":\"C:\"}")
                                .path("Status")
                                .asInt())
                .isEqualTo(400);
        assertThat(restore("{\"Type\":4,\"ExactDestPaths\":[]}").path("Status").asInt())
                .isEqualTo(400);
        String job =
                restore("{\"Type\":0,\"DestPath\":\"C:\\\\R\"}", "KnownByteCount", "4096")
                        .path("JobID")
                        .asText();
        assertThat(job(job).path("Classification").asInt()).isEqualTo(4002);
        pass(Duration.ofSeconds(4));
        assertThat(job(job).path("TotalSize").asLong()).isEqualTo(4096);
        pass(Duration.ofSeconds(60));
        assertThat(job(job).path("Status").asInt()).isEqualTo(5000);
        assertThat(
                        restore("{\"Type\":0,\"DestPath\":\"/r\"}", "Snapshot", "nowhere")
                                .path("Status")
                                .asInt())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"true, 403", "false, 200"})
    void aRestoreElsewhereIsRefusedOrNot(boolean refused, int status) throws Exception {
        server.switches().restoreElsewhereRefused = refused;
        String other = server.acts().devices().add(USER, "elsewhere");
        target =
                server.fleet().connectionsOf(USER).entrySet().stream()
                        .filter(live -> live.getValue().path("DeviceID").asText().equals(other))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        assertThat(restore("{\"Type\":0,\"DestPath\":\"/r\"}").path("Status").asInt())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "apply-retention-rules, 4003",
        "reindex-storage-vault, 4009",
        "deepverify-storage-vault, 4010",
        "unlock, 4004"
    })
    void whatIsDoneToAVaultIsAJob(String call, int classification) throws Exception {
        assertThat(status(call, "Destination", vault)).isEqualTo(200);
        assertThat(unfinished().path("Classification").asInt()).isEqualTo(classification);
        pass(Duration.ofSeconds(90));
        assertThat(events).contains(EventKind.JOB_COMPLETED);
        assertThat(status(call, "Destination", "nowhere")).isEqualTo(400);
    }

    @Test
    void retentionFreesSpaceAndADeepVerifyIsNoted() throws Exception {
        long before = vaultStatistics().path("ClientProvidedSize").path("Size").asLong();
        command("apply-retention-rules", "Destination", vault);
        pass(Duration.ofSeconds(90));
        assertThat(vaultStatistics().path("ClientProvidedSize").path("Size").asLong())
                .isLessThan(before);
        command("deepverify-storage-vault", "Destination", vault);
        String job = unfinished().path("GUID").asText();
        pass(Duration.ofSeconds(90));
        assertThat(vaultStatistics().path("LastSuccessfulDeepVerify_GUID").asText()).isEqualTo(job);
    }

    @Test
    void retentionForgetsWhatNeitherTheVaultsNorTheItemsRulesKeep() throws Exception {
        List<JsonNode> before = snapshots();
        server.acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            keep(Json.object(Json.object(profile, "Destinations"), vault), 2);
                            Json.object(Json.object(profile, "Sources"), item)
                                    .putObject("OverrideDestinationRetention")
                                    .set(vault, rules(3));
                            return profile;
                        });
        command("apply-retention-rules", "Destination", vault);
        pass(Duration.ofSeconds(90));
        pass(Duration.ofSeconds(90));
        List<JsonNode> after = snapshots();
        assertThat(before).hasSizeGreaterThan(after.size()).containsAll(after);
        assertThat(after.stream().filter(one -> one.path("Source").asText().equals(item)))
                .hasSize(3);
        assertThat(
                        after.stream()
                                .map(one -> one.path("Source").asText())
                                .filter(source -> !source.equals(item))
                                .collect(Collectors.groupingBy(s -> s, Collectors.counting()))
                                .values())
                .allMatch(count -> count <= 2);
    }

    private static void keep(ObjectNode vaultConfig, int jobs) {
        vaultConfig.set("DefaultRetention", rules(jobs));
    }

    private static ObjectNode rules(int jobs) {
        ObjectNode policy = Json.MAPPER.createObjectNode().put("Mode", 802);
        policy.putArray("Ranges")
                .addObject()
                .put("Type", 900)
                .put("Timestamp", 0)
                .put("Jobs", jobs)
                .put("Days", 0)
                .put("Weeks", 0)
                .put("Months", 0)
                .put("Years", 0)
                .put("WeekOffset", 0)
                .put("MonthOffset", 0)
                .put("YearOffset", 0);
        return policy;
    }

    private List<JsonNode> snapshots() throws Exception {
        return command("request-vault-snapshots", "Destination", vault)
                .path("Snapshots")
                .valueStream()
                .toList();
    }

    @Test
    void aDeletedSnapshotIsGoneForRestoresToo() throws Exception {
        List<String> snapshots =
                server.fleet().jobsOf(USER).stream()
                        .filter(job -> job.path("DestinationGUID").asText().equals(vault))
                        .map(job -> job.path("SnapshotID").asText())
                        .filter(id -> !id.isEmpty())
                        .limit(3)
                        .toList();
        assertThat(
                        status(
                                "delete-snapshot",
                                "DestinationID",
                                vault,
                                "SnapshotID",
                                snapshots.get(0)))
                .isEqualTo(200);
        String both = "[\"%s\",\"%s\"]".formatted(snapshots.get(1), snapshots.get(2));
        assertThat(status("delete-snapshots", "DestinationID", vault, "SnapshotIDs", both))
                .isEqualTo(200);
        pass(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(30));
        assertThat(command("request-vault-snapshots", "Destination", vault).toString())
                .doesNotContain(snapshots)
                .contains("CreateTime");
        assertThat(restore("{\"Type\":0}", "Snapshot", snapshots.get(0)).path("Status").asInt())
                .isEqualTo(400);
        assertThat(status("delete-snapshots", "DestinationID", vault, "SnapshotIDs", both))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"true, 6002, 5000", "false, 7007, 7007"})
    void aJobThatWasGivenUpMayBeAliveAfterAll(boolean revives, int soon, int last)
            throws Exception {
        server.fleet().habits().abandonedJobsRevive = revives;
        String job = custom("{}");
        pass(Duration.ofSeconds(3));
        assertThat(jobCall("job/abandon", job)).isEqualTo(200);
        assertThat(job(job).path("Status").asInt()).isEqualTo(7007);
        assertThat(jobCall("job/abandon", job)).isEqualTo(400);
        pass(Duration.ofSeconds(3));
        assertThat(job(job).path("Status").asInt()).isEqualTo(soon);
        pass(Duration.ofSeconds(90));
        assertThat(job(job).path("Status").asInt()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCancelledJobIsToldOrNot(boolean told) throws Exception {
        server.fleet().habits().streamsAdminActs = told;
        String job = custom("{}");
        pass(Duration.ofSeconds(3));
        assertThat(jobCall("job/cancel", job)).isEqualTo(200);
        assertThat(job(job).path("Status").asInt()).isEqualTo(7005);
        assertThat(events.contains(EventKind.JOB_COMPLETED)).isEqualTo(told);
        assertThat(jobCall("job/cancel", job)).isEqualTo(400);
        assertThat(
                        caller.admin("job/cancel", "TargetUser", "Deltaworks", "JobID", job)
                                .path("Status")
                                .asInt())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void aJobOnADeviceThatIsAwayCannotBeCancelled(int status) throws Exception {
        server.switches().cancelUnreachableStatus = status;
        String job = custom("{}");
        server.acts().devices().disconnect(USER, device);
        JsonNode answer = caller.admin("job/cancel", "TargetUser", USER, "JobID", job);
        assertThat(answer.path("Status").asInt()).isEqualTo(status);
        assertThat(answer.path("Message").asText()).contains("device is unavailable");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 400})
    void aDeviceThatIsAwayIsToldNothing(int status) throws Exception {
        server.switches().deviceAwayStatus = status;
        server.acts().devices().disconnect(USER, device);
        assertThat(status("run-backup", "BackupRule", rule)).isEqualTo(status);
        assertThat(status("drop-connection")).isEqualTo(status);
    }

    @Test
    void aDroppedDeviceComesBackUnderAnotherId() throws Exception {
        command("drop-connection");
        assertThat(server.fleet().connection(target)).isEmpty();
        pass(Duration.ofSeconds(6));
        assertThat(online()).isTrue();
        assertThat(server.fleet().connection(target)).isEmpty();
        assertThat(events)
                .containsExactly(EventKind.DEVICE_LIVE_DISCONNECT, EventKind.DEVICE_LIVE_CONNECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill-process", "force-login"})
    void aKilledOneDoesNot(String call) throws Exception {
        command(call);
        pass(Duration.ofMinutes(5));
        assertThat(online()).isFalse();
    }

    @Test
    void whatAKilledOneWasAtStaysUnfinished() throws Exception {
        String job = custom("{}");
        pass(Duration.ofSeconds(3));
        command("kill-process");
        pass(Duration.ofMinutes(5));
        assertThat(job(job).path("Status").asInt()).isEqualTo(6001);
    }

    @Test
    void aDeviceThatWasSentElsewhereIsGone() throws Exception {
        assertThat(status("update-login-url", "NewURL", "nonsense")).isEqualTo(400);
        command("update-login-url", "NewURL", "https://other.example/", "Force", "1");
        pass(Duration.ofMinutes(5));
        assertThat(online()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Brushwood-7731, true", "Somethingelse-1, false"})
    void aDeviceNeedsItsAccountsPassword(String password, boolean back) throws Exception {
        command("refetch-profile");
        command("update-login-password", "NewPassword", password);
        command("drop-connection");
        pass(Duration.ofSeconds(6));
        assertThat(online()).isEqualTo(back);
    }

    @Test
    void anUpdateIsAJobAndChangesTheVersion() throws Exception {
        server.switches().version = "25.9.9";
        command("update-software");
        assertThat(unfinished().path("Classification").asInt()).isEqualTo(4007);
        pass(Duration.ofSeconds(30));
        assertThat(profile().path("Devices").path(device).path("ClientVersion").asText())
                .isEqualTo("25.9.9");
        pass(Duration.ofSeconds(6));
        assertThat(online()).isTrue();
    }

    @Test
    void anUninstalledDeviceStaysInTheAccountAndIsSilent() throws Exception {
        command("uninstall-software", "RemoveConfigFile", "1");
        assertThat(unfinished().path("Classification").asInt()).isEqualTo(4011);
        pass(Duration.ofSeconds(30));
        assertThat(online()).isFalse();
        assertThat(profile().path("Devices").has(device)).isTrue();
    }

    @Test
    void devicesTryOutVaultsAndShares() throws Exception {
        assertThat(ping("{\"DestinationType\":1000,\"S3Server\":\"s3.example\"}")).isEqualTo(200);
        assertThat(ping("{\"DestinationType\":1000,\"S3Server\":\"s3.invalid\"}")).isEqualTo(500);
        assertThat(ping("{\"DestinationType\":0}")).isEqualTo(400);
        assertThat(status("test-smb-auth", "Wsa", "{\"Password\":\"wrong\"}")).isEqualTo(403);
    }

    @Test
    void settingsOfAnotherProgramBecomeAnItem() throws Exception {
        JsonNode sources = command("request-import-sources").path("ImportSources");
        int before = profile().path("Sources").size();
        command("import-apply", "ImportSourceID", sources.fieldNames().next());
        assertThat(unfinished().path("Classification").asInt()).isEqualTo(4008);
        pass(Duration.ofSeconds(30));
        assertThat(profile().path("Sources").size()).isEqualTo(before + 1);
    }

    private void pass(Duration time) {
        clock.forward(time);
        server.clockwork().obey();
    }

    private JsonNode command(String call, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "TargetID";
        all[1] = target;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return caller.admin("dispatcher/" + call, all);
    }

    private int status(String call, String... fields) throws Exception {
        return command(call, fields).path("Status").asInt();
    }

    private String custom(String options) throws Exception {
        return command(
                        "run-backup-custom",
                        "Source",
                        item,
                        "Destination",
                        vault,
                        "Options",
                        options)
                .path("JobID")
                .asText();
    }

    private JsonNode restore(String options, String... more) throws Exception {
        String[] all = new String[more.length + 6];
        System.arraycopy(
                new String[] {"Source", item, "Destination", vault, "Options", options},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return command("run-restore-custom", all);
    }

    private int ping(String location) throws Exception {
        return status("ping-destination", "ExtraData", location);
    }

    private int jobCall(String call, String job) throws Exception {
        return caller.admin(call, "TargetUser", USER, "JobID", job).path("Status").asInt();
    }

    private JsonNode job(String id) throws Exception {
        return caller.admin("get-job-properties", "JobID", id);
    }

    private JsonNode unfinished() throws Exception {
        JsonNode jobs = caller.admin("get-jobs-for-date-range", "Start", "0", "End", "0");
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private JsonNode profile() {
        return server.fleet().profile(USER).orElseThrow();
    }

    private JsonNode vaultStatistics() {
        return profile().path("Destinations").path(vault).path("Statistics");
    }

    private boolean online() {
        return server.fleet().connectionsOf(USER).values().stream()
                .anyMatch(one -> one.path("DeviceID").asText().equals(device));
    }
}
