package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.eazybackup.simulator.provider.Platform;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderCallsTest {

    private static final String USER = "larkspur";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private final List<FleetEvent> events = new CopyOnWriteArrayList<>();
    private Fleet fleet;
    private SimulatedCometServer server;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        fleet =
                FleetPlan.of(DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP), clock)
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        caller = new ApiCaller(server, USER);
        fleet.listen(events::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRequestedVaultIsInTheProfileUnderANewHashAndTheStreamIsTold() throws Exception {
        String before = fleet.hash(USER).orElseThrow();
        JsonNode answer = request("SelfAddress", "https://backup.example/", "DeviceID", "d1");
        String vault = answer.path("DestinationID").asText();
        JsonNode stored = fleet.profile(USER).orElseThrow().path("Destinations").path(vault);
        assertThat(stored.path("CometServer").asText()).isEqualTo("https://backup.example/");
        assertThat(stored.path("AssociatedDevices").get(0).asText()).isEqualTo("d1");
        assertThat(stored.path("RepoInitTimestamp").asLong()).isZero();
        assertThat(answer.path("ProfileHash").asText())
                .isEqualTo(fleet.hash(USER).orElseThrow())
                .isNotEqualTo(before);
        assertThat(answer.path("Profile").path("Destinations").has(vault)).isTrue();
        assertThat(kinds()).containsExactly(EventKind.BUCKET_NEW, EventKind.ACCOUNT_UPDATED);
        assertThat(ask("storage/list-buckets").has(stored.path("CometBucket").asText())).isTrue();
    }

    @Test
    void aVaultIsNotMadeInAProfileThatChangedMeanwhile() throws Exception {
        String stale = fleet.hash(USER).orElseThrow();
        int vaults = fleet.profile(USER).orElseThrow().path("Destinations").size();
        request("ProfileHash", stale);
        assertStatus(409, request("ProfileHash", stale));
        assertThat(fleet.profile(USER).orElseThrow().path("Destinations")).hasSize(vaults + 1);
        assertStatus(400, ask("request-storage-vault", "TargetUser", USER, "StorageProvider", "x"));
        assertStatus(
                500,
                ask("request-storage-vault", "TargetUser", "x", "StorageProvider", template()));
    }

    @Test
    void beforeHashesWereToldAVaultRequestAnswersWithoutOne() throws Exception {
        server.switches().version = "24.6.2";
        JsonNode answer = request("SelfAddress", "https://backup.example/");
        assertThat(answer.has("ProfileHash")).isFalse();
        assertThat(answer.path("DestinationID").asText()).isNotEmpty();
    }

    @Test
    void aVaultOfTheStorageRoleBecomesOneOfItsBucketOnce() throws Exception {
        String vault = request("SelfAddress", "https://b.example/").path("DestinationID").asText();
        JsonNode answer = ask("convert-storage-role", "TargetUser", USER, "DestinationId", vault);
        JsonNode converted = answer.path("Profile").path("Destinations").path(vault);
        assertThat(converted.path("DestinationType").asInt()).isEqualTo(1000);
        assertThat(converted.path("CometBucket").asText()).isEmpty();
        assertStatus(400, ask("convert-storage-role", "TargetUser", USER, "DestinationId", vault));
    }

    @Test
    void bucketsComeGetMeasuredAndGo() throws Exception {
        JsonNode made = ask("storage/register-bucket");
        String id = made.path("NewBucketID").asText();
        JsonNode bucket = ask("storage/bucket-properties", "BucketID", id);
        assertThat(bucket.path("ReadWriteKey")).isEqualTo(made.path("NewBucketKey"));
        String now = Long.toString(fleet.now());
        JsonNode measured = ask("storage/bucket-properties", "BucketID", id, "AfterTimestamp", now);
        assertThat(measured.path("Size").path("MeasureCompleted").asLong()).isEqualTo(fleet.now());
        assertStatus(400, ask("storage/register-bucket", "SetBucketValue", Shelves.FIRST_BUCKET));
        assertStatus(200, ask("storage/delete-bucket", "BucketID", id));
        assertStatus(404, ask("storage/bucket-properties", "BucketID", id));
        assertThat(kinds()).containsExactly(EventKind.BUCKET_NEW, EventKind.BUCKET_REMOVED);
    }

    @Test
    void aSharedQuotaCountsTheVaultsThatNameItAndKeepsWritersApart() throws Exception {
        String id = ask("squota/list-all").path("Entries").fieldNames().next();
        JsonNode read = ask("squota/get-with-hash", "SharedStorageQuotaID", id);
        assertThat(read.path("CurrentUsage").asLong()).isZero();
        fleet.acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            profile.path("Destinations")
                                    .forEach(
                                            vault ->
                                                    ((ObjectNode) vault).put("StorageLimitID", id));
                            return profile;
                        });
        read = ask("squota/get-with-hash", "SharedStorageQuotaID", id);
        assertThat(read.path("CurrentUsage").asLong()).isPositive();
        String hash = read.path("SharedStorageQuotaHash").asText();
        String quota = read.path("SharedStorageQuota").toString();
        JsonNode written = setQuota(id, quota, hash);
        assertThat(written.path("SharedStorageQuotaHash").asText()).isNotEqualTo(hash);
        assertStatus(409, setQuota(id, quota, hash));
        server.switches().hashConflictStatus = 500;
        assertStatus(500, setQuota(id, quota, hash));
    }

    @Test
    void aChangedPolicyReachesTheAccountsUnderItAndTheirMadeItemsGo() throws Exception {
        String under = under(Fleet.STANDARD_POLICY);
        String item = fleet.acts().accounts().addItem(under, "d", "engine1/file", "By policy");
        fleet.acts()
                .accounts()
                .edit(
                        under,
                        profile -> {
                            Json.object(profile.path("Sources"), item)
                                    .put("PolicySourceID", "made");
                            return profile;
                        });
        JsonNode read = ask("policies/get", "PolicyID", Fleet.STANDARD_POLICY);
        ObjectNode policy = read.path("Policy").deepCopy();
        Json.object(policy, "Policy").put("PreventOpenWebUI", true);
        events.clear();
        JsonNode answer =
                ask(
                        "policies/set",
                        "PolicyID",
                        Fleet.STANDARD_POLICY,
                        "Policy",
                        policy.toString(),
                        "CheckPolicyHash",
                        read.path("PolicyHash").asText(),
                        "Options",
                        "{\"DeleteSources\":[\"made\"]}");
        assertStatus(200, answer);
        JsonNode profile = fleet.profile(under).orElseThrow();
        assertThat(profile.path("Policy").path("PreventOpenWebUI").asBoolean()).isTrue();
        assertThat(profile.path("Sources").has(item)).isFalse();
        assertThat(kinds().get(0)).isEqualTo(EventKind.POLICY_UPDATED);
        assertThat(kinds()).contains(EventKind.ACCOUNT_UPDATED);
        assertStatus(
                409,
                ask(
                        "policies/set",
                        "PolicyID",
                        Fleet.STANDARD_POLICY,
                        "Policy",
                        policy.toString(),
                        "CheckPolicyHash",
                        read.path("PolicyHash").asText()));
        ask("policies/delete", "PolicyID", Fleet.STANDARD_POLICY);
        assertThat(fleet.profile(under).orElseThrow().path("PolicyID").asText()).isEmpty();
        assertStatus(404, ask("policies/get", "PolicyID", Fleet.STANDARD_POLICY));
    }

    @Test
    void oneOfThePoliciesIsTheDefault() throws Exception {
        JsonNode policy = ask("policies/get", "PolicyID", Fleet.STANDARD_POLICY).path("Policy");
        assertThat(policy.path("DefaultUserPolicy").asBoolean()).isTrue();
        ask("policies/new", "Policy", policy.toString());
        JsonNode all = ask("policies/list-full");
        assertThat(all).hasSize(3);
        assertThat(all.valueStream().filter(one -> one.path("DefaultUserPolicy").asBoolean()))
                .hasSize(1);
        assertThat(all.path(Fleet.STANDARD_POLICY).path("DefaultUserPolicy").asBoolean()).isFalse();
    }

    @Test
    void accountsKnowTheirGroupAndTheGroupAsksThem() throws Exception {
        String group = ask("user-groups/new", "Name", "Bakeries").path("UserGroupID").asText();
        assertThat(ask("user-groups/list").path(group).asText()).isEqualTo("Bakeries");
        users(group, "[\"larkspur\",\"Deltaworks\"]");
        assertThat(fleet.profile(USER).orElseThrow().path("GroupID").asText()).isEqualTo(group);
        users(group, "[\"Deltaworks\"]");
        assertThat(fleet.profile(USER).orElseThrow().path("GroupID").asText()).isEmpty();
        JsonNode read = ask("user-groups/get", "GroupID", group, "IncludeUsers", "1");
        assertThat(read.path("Users").fieldNames()).toIterable().containsExactly("Deltaworks");
        assertThat(ask("user-groups/get", "GroupID", group).path("Users")).isEmpty();
        assertStatus(500, users(group, "[\"larkspur\",\"nobody\"]"));
        assertThat(fleet.profile(USER).orElseThrow().path("GroupID").asText()).isEmpty();
        ask("user-groups/delete", "GroupID", group);
        assertThat(fleet.profile("Deltaworks").orElseThrow().path("GroupID").asText()).isEmpty();
    }

    @Test
    void aTenantGoesWithItsAccountsAndNoTenantSeesTenants() throws Exception {
        caller.admin(
                "add-user",
                "TargetUser",
                "riverside-1",
                "TargetPassword",
                "Hawthorn-1190",
                "TargetOrganization",
                "tenant-1");
        assertThat(ask("organization/list").path("tenant-1").path("Hosts")).hasSize(1);
        String made = ask("organization/set").path("ID").asText();
        assertThat(ask("organization/list").has(made)).isTrue();
        server.switches().adminOrganization = "tenant-1";
        assertStatus(403, ask("organization/list"));
        assertStatus(403, ask("storage/free-space"));
        assertThat(ask("storage/list-buckets")).hasSize(1);
        server.switches().adminOrganization = "";
        ask("organization/delete", "OrganizationID", "tenant-1");
        assertThat(fleet.profile("riverside-1")).isEmpty();
    }

    @Test
    void anInstallerIsAFileOfBelievableSizeThatKnowsItsServer() throws Exception {
        JsonNode platforms = ask("branding/available-platforms");
        assertThat(platforms).hasSize(Platform.values().length);
        for (Platform platform : List.of(Platform.WINDOWS_64_EXE, Platform.LINUX)) {
            HttpResponse<String> file = download(platform);
            assertThat(file.headers().firstValueAsLong("Content-Length"))
                    .hasValue(platform.length());
            assertThat(platform.length()).isBetween(30L << 20, 70L << 20);
            assertThat(file.body().substring(0, 100)).contains("https://login.example/");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains(platform.fileName());
        }
        assertThat(download(Platform.LINUX).body()).startsWith("#!/bin/sh");
        assertStatus(400, ask("branding/generate-client/test", "Platform", "4711"));
    }

    @Test
    void withoutItsRoleTheServerAnswersWithAnErrorInPlaceOfTheFile() throws Exception {
        server.switches().softwareBuildRole = false;
        HttpResponse<String> answer = download(Platform.LINUX);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertStatus(403, Json.MAPPER.readTree(answer.body()));
        assertStatus(403, ask("branding/available-platforms"));
        JsonNode branding = Json.MAPPER.readTree(open("/gen/branding.props").body());
        assertThat(branding.path("AllowAuthenticatedDownloads").asBoolean()).isFalse();
    }

    @Test
    void theFrontDoorNeedsNoNameAndTakesNoForm() throws Exception {
        JsonNode branding = Json.MAPPER.readTree(open("/gen/branding.props").body());
        assertThat(branding.path("ExpiredInSeconds").asInt()).isEqualTo(1_800);
        HttpResponse<String> logo = open("/gen/logo.img");
        assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(logo.body()).contains("PNG");
        HttpRequest post =
                HttpRequest.newBuilder(server.origin().resolve("/gen/branding.props"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        assertThat(
                        HttpClient.newHttpClient()
                                .send(post, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aWaitingDeviceIsLetInWithTheAccountsPasswordOnly() throws Exception {
        String device = ask("installation/list-active").fieldNames().next();
        assertStatus(403, letIn(device, "wrong-password"));
        assertThat(ask("installation/list-active").has(device)).isTrue();
        assertStatus(200, letIn(device, SimulatedCometServer.USER_PASSWORD));
        assertThat(ask("installation/list-active").has(device)).isFalse();
        assertThat(fleet.profile(USER).orElseThrow().path("Devices").has(device)).isTrue();
        assertThat(fleet.connectionsOf(USER).values())
                .anyMatch(live -> live.path("DeviceID").asText().equals(device));
        assertThat(kinds())
                .containsExactly(
                        EventKind.DEVICE_LOBBY_DISCONNECT,
                        EventKind.DEVICE_NEW,
                        EventKind.ACCOUNT_UPDATED,
                        EventKind.DEVICE_LIVE_CONNECT);
        assertStatus(404, letIn(device, SimulatedCometServer.USER_PASSWORD));
    }

    @Test
    void theAdministratorsNewSecretLocksThePasswordOutAtOnce() throws Exception {
        assertThat(ask("account/regenerate-totp").path("Image").asText()).startsWith("data:image/");
        assertStatus(403, ask("account/properties"));
        Map<String, String> form =
                Map.of(
                        "Username",
                        Fleet.ADMIN,
                        "AuthType",
                        "PasswordTOTP",
                        "Password",
                        server.access().password(),
                        "TOTP",
                        server.oneTimeCode(Fleet.ADMIN).orElseThrow());
        JsonNode properties =
                Json.MAPPER.readTree(caller.send(Api.ADMIN + "account/properties", form).body());
        assertThat(properties.path("Security").path("AllowPasswordLogin").asBoolean()).isFalse();
    }

    @Test
    void webhooksAreReplacedAsAWhole() throws Exception {
        assertThat(ask("meta/webhook-options/get")).hasSize(1);
        ask(
                "meta/webhook-options/set",
                "WebhookOptions",
                "{\"a\":{\"URL\":\"https://a.example/\",\"CustomHeaders\":{},\"Level\":\"\","
                        + "\"WhiteListedEventTypes\":[]}}");
        assertThat(ask("meta/webhook-options/get").fieldNames()).toIterable().containsExactly("a");
    }

    private JsonNode letIn(String device, String password) throws Exception {
        Map<String, String> form =
                Map.of("DeviceID", device, "TargetUser", USER, "TargetPassword", password);
        return Json.MAPPER.readTree(
                caller.send(Api.ADMIN + "installation/dispatch/register-device", form).body());
    }

    private HttpResponse<String> download(Platform platform) throws Exception {
        return caller.send(
                Api.ADMIN + "branding/generate-client/" + platform.path(),
                Map.of("SelfAddress", "https://login.example/"));
    }

    private HttpResponse<String> open(String path) throws Exception {
        URI address = server.origin().resolve(path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private JsonNode setQuota(String id, String quota, String hash) throws Exception {
        return ask(
                "squota/set-with-hash",
                "SharedStorageQuotaID",
                id,
                "SharedStorageQuota",
                quota,
                "CheckHash",
                hash);
    }

    private JsonNode users(String group, String users) throws Exception {
        return ask("user-groups/set-users-for-group", "GroupID", group, "Users", users);
    }

    private JsonNode request(String... more) throws Exception {
        String[] fields = new String[more.length + 4];
        fields[0] = "TargetUser";
        fields[1] = USER;
        fields[2] = "StorageProvider";
        fields[3] = template();
        System.arraycopy(more, 0, fields, 4, more.length);
        return ask("request-storage-vault", fields);
    }

    private String template() throws Exception {
        return ask("request-storage-vault-providers").fieldNames().next();
    }

    private String under(String policy) {
        return fleet.profiles().values().stream()
                .filter(profile -> profile.path("PolicyID").asText().equals(policy))
                .findFirst()
                .orElseThrow()
                .path("Username")
                .asText();
    }

    private List<EventKind> kinds() {
        return events.stream().map(FleetEvent::kind).toList();
    }

    private JsonNode ask(String call, String... fields) throws Exception {
        return caller.admin(call, fields);
    }

    private static void assertStatus(int expected, JsonNode answer) {
        assertThat(answer.path("Status").asInt()).as(answer.toString()).isEqualTo(expected);
    }
}
