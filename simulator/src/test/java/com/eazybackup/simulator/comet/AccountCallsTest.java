package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCallsTest {

    private static final String USER = "larkspur";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private final List<EventKind> events = new CopyOnWriteArrayList<>();
    private SimulatedCometServer server;
    private ApiCaller caller;

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
        fleet.listen((FleetEvent event) -> events.add(event.kind()));
        server = SimulatedCometServer.start(0, fleet, new Switches());
        caller = new ApiCaller(server, USER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGuardedWriteGivesTheNewHashAndKeepsWhatNobodyKnows() throws Exception {
        ObjectNode read = read();
        ObjectNode profile = Json.object(read, "Profile");
        profile.put("AccountName", "Larkspur & Sons").put("FromTheFuture", "kept");
        JsonNode written = write(profile, read.path("ProfileHash").asText());
        assertThat(written.path("Status").asInt()).isEqualTo(200);
        assertThat(written.path("Profile").path("FromTheFuture").asText()).isEqualTo("kept");
        assertThat(written.path("ProfileHash")).isNotEqualTo(read.path("ProfileHash"));
        assertThat(events).containsExactly(EventKind.ACCOUNT_UPDATED);
        assertThat(write(profile, written.path("ProfileHash").asText()).path("Status").asInt())
                .isEqualTo(200);
        assertThat(server.protocol().complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400, 500})
    void aStaleHashChangesNothingWhateverItsStatus(int status) throws Exception {
        server.switches().hashConflictStatus = status;
        ObjectNode read = read();
        ObjectNode profile = Json.object(read, "Profile").put("AccountName", "Other");
        server.acts().accounts().edit(USER, now -> now.put("AccountName", "First"));
        assertThat(write(profile, read.path("ProfileHash").asText()).path("Status").asInt())
                .isEqualTo(status);
        assertThat(read().path("Profile").path("AccountName").asText()).isEqualTo("First");
    }

    @Test
    void devicesWriteBetweenReadAndWriteWhenTheyAreWontTo() throws Exception {
        server.fleet().habits().profileRaceEvery = 2;
        assertThat(writeBack()).isEqualTo(200);
        assertThat(writeBack()).isEqualTo(409);
        assertThat(writeBack()).isEqualTo(200);
    }

    @Test
    void anEnforcedPolicyAndTheNameAreNotWritten() throws Exception {
        server.acts().accounts().edit(USER, profile -> profile.put("PolicyID", "p1"));
        ObjectNode read = read();
        ObjectNode profile = Json.object(read, "Profile").put("Username", "somebody");
        Json.object(profile, "Policy").put("PreventOpenWebUI", true);
        JsonNode written = write(profile, read.path("ProfileHash").asText()).path("Profile");
        assertThat(written.path("Username").asText()).isEqualTo(USER);
        assertThat(written.path("Policy").path("PreventOpenWebUI").asBoolean()).isFalse();
    }

    @Test
    void aNewAccountHasARecoveryCodeOnlyWhenItIsStored() throws Exception {
        add("with", "StoreRecoveryCode", "1", "RequirePasswordChange", "1");
        add("without");
        assertThat(profile("with").path("RequirePasswordChange").asBoolean()).isTrue();
        assertThat(reset("with")).isEqualTo(200);
        assertThat(profile("with").path("RequirePasswordChange").asBoolean()).isFalse();
        assertThat(profile("without").path("PasswordRecovery").asText()).isEmpty();
        assertThat(reset("without")).isEqualTo(400);
        assertThat(reset("without", "OldPassword", "wrong-one")).isEqualTo(403);
        assertThat(reset("without", "OldPassword", "Hazelnut-3312")).isEqualTo(200);
        assertThat(events).startsWith(EventKind.ACCOUNT_NEW, EventKind.ACCOUNT_NEW);
    }

    @Test
    void namesAndPasswordsHaveRules() throws Exception {
        assertThat(status("add-user", "TargetUser", "a b", "TargetPassword", "Hazelnut-3312"))
                .isEqualTo(400);
        assertThat(status("add-user", "TargetUser", USER, "TargetPassword", "Hazelnut-3312"))
                .isEqualTo(400);
        assertThat(status("add-user", "TargetUser", "b", "TargetPassword", "short")).isEqualTo(400);
        assertThat(status("add-user", "TargetUser", "Larkspur", "TargetPassword", "Hazelnut-3312"))
                .as("names are case-sensitive")
                .isEqualTo(200);
    }

    @Test
    void aCopyOfAnAccountIsAnotherAccount() throws Exception {
        String given = profile(USER).toString();
        assertThat(status("add-user-from-profile", "TargetUser", "copy", "ProfileData", given))
                .isEqualTo(200);
        assertThat(profile("copy").path("Sources")).isEqualTo(profile(USER).path("Sources"));
        assertThat(profile("copy").path("CreationGUID"))
                .isNotEqualTo(profile(USER).path("CreationGUID"));
    }

    @Test
    void aDeletedAccountIsGoneWithItsJobs() throws Exception {
        assertThat(status("delete-user", "TargetUser", USER)).isEqualTo(200);
        assertThat(status("get-user-profile", "TargetUser", USER)).isEqualTo(500);
        assertThat(caller.admin("get-jobs-for-user", "TargetUser", USER)).isEmpty();
        assertThat(status("delete-user", "TargetUser", USER)).isEqualTo(500);
    }

    @Test
    void aRevokedDeviceLeavesTheProfileAndTheLine() throws Exception {
        String device = profile(USER).path("Devices").fieldNames().next();
        assertThat(status("revoke-device", "TargetUser", USER, "TargetDevice", device))
                .isEqualTo(200);
        assertThat(profile(USER).path("Devices").has(device)).isFalse();
        assertThat(events).contains(EventKind.DEVICE_REMOVED);
        assertThat(status("revoke-device", "TargetUser", USER, "TargetDevice", device))
                .isEqualTo(400);
    }

    @Test
    void anItemIsReadAndWrittenApartFromTheRest() throws Exception {
        String item = profile(USER).path("Sources").fieldNames().next();
        JsonNode read = itemCall("get-protected-item-with-backup-rules", item);
        assertThat(read.path("BackupRules")).isNotEmpty();
        ObjectNode source = Json.object(read, "Source").put("Description", "Drawings");
        String hash = read.path("ProfileHash").asText();
        JsonNode set =
                caller.admin(
                        "set-protected-item-with-backup-rules",
                        "TargetUser",
                        USER,
                        "SourceID",
                        item,
                        "RequireHash",
                        hash,
                        "Source",
                        source.toString(),
                        "BackupRules",
                        "{}");
        assertThat(set.path("Status").asInt()).isEqualTo(200);
        read = itemCall("get-protected-item-with-backup-rules", item);
        assertThat(read.path("Source").path("Description").asText()).isEqualTo("Drawings");
        assertThat(read.path("BackupRules")).isEmpty();
        assertThat(
                        status(
                                "set-protected-item-with-backup-rules",
                                "TargetUser",
                                USER,
                                "SourceID",
                                item,
                                "RequireHash",
                                hash))
                .isEqualTo(409);
        assertThat(itemCall("delete-protected-item", item).path("Status").asInt()).isEqualTo(200);
        assertThat(profile(USER).path("Sources").has(item)).isFalse();
        assertThat(itemCall("delete-protected-item", item).path("Status").asInt()).isEqualTo(404);
    }

    @Test
    void installTokensAreForThePasswordsOwner() throws Exception {
        JsonNode token =
                caller.admin(
                                "create-install-token",
                                "TargetUser",
                                USER,
                                "TargetPassword",
                                SimulatedCometServer.USER_PASSWORD)
                        .path("InstallToken");
        assertThat(token.path("Username").asText()).isEqualTo(USER);
        assertThat(token.path("ExpireTime").asLong()).isGreaterThan(server.fleet().now());
        assertThat(status("create-install-token", "TargetUser", USER, "TargetPassword", "no"))
                .isEqualTo(403);
    }

    @Test
    void aReportShowsTheJobsThatItsFilterLetsThrough() throws Exception {
        String filter =
                """
                {"ReportType":0,"SummaryFrequency":[],
                 "Filter":{"ClauseType":"","RuleField":"BackupJobDetail.Status",
                           "RuleOperator":"int_eq","RuleValue":"%d"}}
                """;
        JsonNode shown = preview(filter.formatted(5000));
        assertThat(shown.path("EmailBodyHTML").asText()).contains("<td>5000</td>");
        assertThat(shown.path("EmailBodyPlaintext").asText()).contains("5000");
        assertThat(shown.path("To").path(0).asText()).isEqualTo("reports@larkspur.example");
        assertThat(preview(filter.formatted(1)).path("EmailBodyHTML").asText())
                .doesNotContain("<td>");
    }

    @Test
    void aTenantsAdministratorSeesTheTenantsAccountsOrAll() throws Exception {
        add("tenant-user", "TargetOrganization", "tenant-1");
        server.switches().adminOrganization = "tenant-1";
        assertThat(caller.admin("list-users")).hasSize(1);
        assertThat(caller.admin("list-users-full").has("tenant-user")).isTrue();
        assertThat(status("get-user-profile", "TargetUser", USER)).isEqualTo(500);
        server.switches().tenantSeesOwnOnly = false;
        assertThat(caller.admin("list-users")).hasSize(2);
    }

    @Test
    void aTenantsAdministratorSeesTheTenantsJobsAndDevicesOrAll() throws Exception {
        server.switches().adminOrganization = "tenant-1";
        String job = server.fleet().jobsOf(USER).get(0).path("GUID").asText();
        assertThat(caller.admin("get-jobs-all")).isEmpty();
        assertThat(caller.admin("dispatcher/list-active")).isEmpty();
        assertThat(status("get-job-properties", "JobID", job)).isEqualTo(404);
        server.switches().tenantSeesOwnOnly = false;
        assertThat(caller.admin("get-jobs-all")).isNotEmpty();
        assertThat(caller.admin("dispatcher/list-active")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneTimeCodesAreSetUpInTheAccountsOwnName(boolean flagsByItself) throws Exception {
        server.switches().validateTotpSetsFlags = flagsByItself;
        Map<String, String> session = session();
        String hash = server.fleet().hash(USER).orElseThrow();
        JsonNode made = web("account/regenerate-totp", session, "ProfileHash", hash);
        assertThat(made.path("Image").asText()).startsWith("data:image/png;base64,");
        assertThat(made.path("URL").asText()).startsWith("otpauth://totp/");
        hash = made.path("ProfileHash").asText();
        assertThat(
                        web(
                                        "account/validate-totp",
                                        session,
                                        "ProfileHash",
                                        hash,
                                        "TOTPCode",
                                        "12345")
                                .path("Status")
                                .asInt())
                .isEqualTo(400);
        String code = server.oneTimeCode(USER).orElseThrow();
        JsonNode done =
                web("account/validate-totp", session, "ProfileHash", hash, "TOTPCode", code);
        assertThat(done.path("Status").asInt()).isEqualTo(200);
        assertThat(profile(USER).path("AllowPasswordAndTOTPLogin").asBoolean())
                .isEqualTo(flagsByItself);
        assertThat(caller.web("session/start").path("Message").asText())
                .isEqualTo(flagsByItself ? "ERR_TOTP_REQUIRED" : "OK");
        assertThat(status("disable-user-totp", "TargetUser", USER)).isEqualTo(200);
        assertThat(caller.web("session/start").path("SessionType").asText()).isEqualTo("user");
    }

    @Test
    void aSessionEndsByItselfByRevokingAndWithANewPassword() throws Exception {
        Map<String, String> session = session();
        assertThat(web("get-user-profile-and-hash", session).has("Profile")).isTrue();
        clock.forward(Duration.ofMinutes(29));
        assertThat(web("get-user-profile-and-hash", session).has("Profile")).isTrue();
        clock.forward(Duration.ofMinutes(31));
        assertThat(web("get-user-profile-and-hash", session).path("Status").asInt()).isEqualTo(403);
        session = session();
        assertThat(web("session/revoke", session).path("Status").asInt()).isEqualTo(200);
        assertThat(web("session/revoke", session).path("Status").asInt()).isEqualTo(403);
        session = session();
        reset(USER);
        assertThat(web("session/revoke", session).path("Status").asInt()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 400})
    void aPolicyMayForbidTheWeb(int status) throws Exception {
        server.switches().webRefusedStatus = status;
        server.acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            Json.object(profile, "Policy").put("PreventOpenWebUI", true);
                            return profile;
                        });
        assertThat(web("get-user-profile-and-hash", session()).path("Status").asInt())
                .isEqualTo(status);
    }

    @Test
    void aSuspendedAccountIsKeptOutAndAnotherPasswordToo() throws Exception {
        server.acts().accounts().edit(USER, profile -> profile.put("IsSuspended", true));
        assertThat(caller.web("session/start").path("Status").asInt()).isEqualTo(403);
        server.acts().accounts().edit(USER, profile -> profile.put("IsSuspended", false));
        assertThat(caller.web("session/start").path("Status").asInt()).isEqualTo(200);
        reset(USER);
        assertThat(caller.web("session/start").path("Status").asInt()).isEqualTo(403);
    }

    @Test
    void anAdministratorsCodeServesOnce() throws Exception {
        server.requireTotp();
        assertThat(caller.admin("list-users").path("Message").asText())
                .isEqualTo("ERR_TOTP_REQUIRED");
        Map<String, String> proof =
                Map.of(
                        "Username",
                        Fleet.ADMIN,
                        "AuthType",
                        "PasswordTOTP",
                        "Password",
                        server.access().password(),
                        "TOTP",
                        server.oneTimeCode(Fleet.ADMIN).orElseThrow());
        JsonNode first =
                Json.MAPPER.readTree(caller.send(Api.HYBRID + "session/start", proof).body());
        assertThat(first.path("SessionType").asText()).isEqualTo("admin");
        JsonNode again = Json.MAPPER.readTree(caller.send(Api.ADMIN + "list-users", proof).body());
        assertThat(again.path("Status").asInt()).isEqualTo(403);
        Map<String, String> session =
                Map.of(
                        "Username",
                        Fleet.ADMIN,
                        "AuthType",
                        "SessionKey",
                        "SessionKey",
                        first.path("SessionKey").asText());
        assertThat(Json.MAPPER.readTree(caller.send(Api.ADMIN + "list-users", session).body()))
                .hasSize(1);
    }

    private Map<String, String> session() throws Exception {
        String key =
                caller.admin("account/session-start-as-user", "TargetUser", USER)
                        .path("SessionKey")
                        .asText();
        return Map.of("Username", USER, "AuthType", "SessionKey", "SessionKey", key);
    }

    private JsonNode web(String call, Map<String, String> session, String... fields)
            throws Exception {
        Map<String, String> form = new LinkedHashMap<>(session);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return Json.MAPPER.readTree(caller.send(Api.USER_WEB + call, form).body());
    }

    private ObjectNode read() throws Exception {
        return (ObjectNode) caller.admin("get-user-profile-and-hash", "TargetUser", USER);
    }

    private JsonNode write(JsonNode profile, String hash) throws Exception {
        return caller.admin(
                "set-user-profile-hash",
                "TargetUser",
                USER,
                "ProfileData",
                profile.toString(),
                "RequireHash",
                hash);
    }

    private int writeBack() throws Exception {
        ObjectNode read = read();
        return write(read.path("Profile"), read.path("ProfileHash").asText())
                .path("Status")
                .asInt();
    }

    private JsonNode profile(String user) throws Exception {
        return caller.admin("get-user-profile", "TargetUser", user);
    }

    private void add(String user, String... more) throws Exception {
        String[] fields = new String[more.length + 4];
        fields[0] = "TargetUser";
        fields[1] = user;
        fields[2] = "TargetPassword";
        fields[3] = "Hazelnut-3312";
        System.arraycopy(more, 0, fields, 4, more.length);
        assertThat(status("add-user", fields)).isEqualTo(200);
    }

    private int reset(String user, String... more) throws Exception {
        String[] fields = new String[more.length + 4];
        fields[0] = "TargetUser";
        fields[1] = user;
        fields[2] = "NewPassword";
        fields[3] = "Hawthorn-1190";
        System.arraycopy(more, 0, fields, 4, more.length);
        return status("reset-user-password", fields);
    }

    private JsonNode preview(String report) throws Exception {
        return caller.admin(
                "preview-user-email-report", "TargetUser", USER, "EmailReportConfig", report);
    }

    private JsonNode itemCall(String call, String item) throws Exception {
        return caller.admin(call, "TargetUser", USER, "SourceID", item);
    }

    private int status(String call, String... fields) throws Exception {
        return caller.admin(call, fields).path("Status").asInt();
    }
}
