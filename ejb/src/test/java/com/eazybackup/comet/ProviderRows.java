package com.eazybackup.comet;

import static com.eazybackup.comet.CallsWorld.USER;
import static com.eazybackup.comet.CallsWorld.json;
import static com.eazybackup.comet.CallsWorld.none;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.policy.GroupCalls;
import com.eazybackup.comet.policy.OrganizationCalls;
import com.eazybackup.comet.policy.PolicyCalls;
import com.eazybackup.comet.policy.UserGroup;
import com.eazybackup.comet.server.PublicCalls;
import com.eazybackup.comet.server.ServerCalls;
import com.eazybackup.comet.server.WebhookOption;
import com.eazybackup.comet.software.SoftwareCalls;
import com.eazybackup.comet.user.PolicyOptions;
import com.eazybackup.comet.user.UninstallConfig;
import com.eazybackup.comet.vault.SharedQuota;
import com.eazybackup.comet.vault.VaultCalls;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a provider sets up: vaults, policies, groups, tenants, installers, the server itself. */
final class ProviderRows {

    /** A file that is there. */
    private interface Download {
        RawAnswer from(SoftwareCalls calls) throws CometException;
    }

    private ProviderRows() {}

    static void addTo(CallRows rows) {
        vaults(rows);
        sharedQuotas(rows);
        policies(rows);
        groups(rows);
        organizations(rows);
        software(rows);
        server(rows);
        ownAccount(rows);
    }

    private static <V> String first(Map<String, V> map) {
        return map.keySet().iterator().next();
    }

    private static VaultCalls vaults(CallsWorld w) {
        return w.calls(VaultCalls.class);
    }

    private static void vaults(CallRows rows) {
        Class<?> calls = VaultCalls.class;
        rows.add(calls, "providers", w -> assertThat(vaults(w).providers(none())).isNotEmpty());
        rows.add(
                calls,
                "request",
                w -> {
                    String provider = first(vaults(w).providers(none()));
                    var made =
                            vaults(w)
                                    .request(
                                            USER,
                                            provider,
                                            Optional.of("https://comet.example/"),
                                            Optional.of(w.device().value()),
                                            Optional.of(w.hash()));
                    assertThat(made.profile().vaults()).containsKey(made.destinationId());
                    assertThat(made.profileHash()).isEqualTo(w.hash());
                });
        rows.add(
                calls,
                "convertStorageRole",
                w ->
                        assertThat(
                                        vaults(w)
                                                .convertStorageRole(
                                                        USER, w.vaultOf(VaultType.COMET))
                                                .destinationId())
                                .isNotEmpty());
        rows.add(calls, "buckets", w -> assertThat(vaults(w).buckets()).isNotEmpty());
        rows.add(
                calls,
                "bucket",
                w ->
                        assertThat(
                                        vaults(w)
                                                .bucket(Shelves.FIRST_BUCKET, Optional.of(1L))
                                                .createTime())
                                .isPositive());
        rows.add(
                calls,
                "registerBucket",
                w ->
                        assertThat(
                                        vaults(w)
                                                .registerBucket(none(), none(), none(), none())
                                                .newBucketId())
                                .isNotEmpty());
        rows.add(
                calls,
                "deleteBucket",
                w -> {
                    vaults(w).deleteBucket(Shelves.FIRST_BUCKET);
                    assertThat(vaults(w).buckets()).doesNotContainKey(Shelves.FIRST_BUCKET);
                });
        rows.add(
                calls,
                "freeSpace",
                w -> assertThat(vaults(w).freeSpace(none()).availableBytes()).isNotNegative());
        rows.add(
                calls,
                "testFromServer",
                w ->
                        vaults(w)
                                .testFromServer(
                                        json(
                                                """
                                                {"DestinationType":1002,"LocalcopyPath":"/srv/backup"}
                                                """)));
    }

    private static void sharedQuotas(CallRows rows) {
        Class<?> calls = VaultCalls.class;
        rows.add(
                calls,
                "sharedQuotas",
                w -> assertThat(vaults(w).sharedQuotas().entries()).isNotEmpty());
        rows.add(
                calls,
                "sharedQuota",
                w ->
                        assertThat(
                                        vaults(w)
                                                .sharedQuota(quota(w))
                                                .sharedStorageQuota()
                                                .description())
                                .isNotEmpty());
        rows.add(
                calls,
                "replaceSharedQuota",
                w -> {
                    String hash = vaults(w).sharedQuota(quota(w)).sharedStorageQuotaHash();
                    assertThat(
                                    vaults(w)
                                            .replaceSharedQuota(
                                                    quota(w),
                                                    new SharedQuota("Bakeries", "", 1L << 40),
                                                    Optional.of(hash))
                                            .sharedStorageQuotaHash())
                            .isNotEmpty()
                            .isNotEqualTo(hash);
                });
        rows.add(
                calls,
                "deleteSharedQuota",
                w -> {
                    String quota = quota(w);
                    vaults(w).deleteSharedQuota(quota);
                    assertThat(vaults(w).sharedQuotas().entries()).doesNotContainKey(quota);
                });
    }

    private static String quota(CallsWorld w) throws CometException {
        return first(vaults(w).sharedQuotas().entries());
    }

    private static void policies(CallRows rows) {
        Class<?> type = PolicyCalls.class;
        String standard = Fleet.STANDARD_POLICY;
        rows.add(
                type,
                "names",
                w -> assertThat(w.calls(PolicyCalls.class).names(none())).containsKey(standard));
        rows.add(
                type,
                "all",
                w -> {
                    JsonNode policy = w.calls(PolicyCalls.class).all(none()).get(standard);
                    assertThat(policy.has("Policy")).isTrue();
                });
        rows.add(
                type,
                "policy",
                w ->
                        assertThat(w.calls(PolicyCalls.class).policy(standard).policyHash())
                                .isNotEmpty());
        rows.add(
                type,
                "add",
                w -> {
                    PolicyCalls calls = w.calls(PolicyCalls.class);
                    JsonNode policy = calls.policy(standard).policy();
                    calls.add(policy);
                    assertThat(calls.names(none())).hasSizeGreaterThan(1);
                });
        rows.add(
                type,
                "replace",
                w -> {
                    PolicyCalls calls = w.calls(PolicyCalls.class);
                    var policy = calls.policy(standard);
                    calls.replace(
                            standard,
                            policy.policy(),
                            Optional.of(policy.policyHash()),
                            Optional.of(new PolicyOptions(List.of())));
                });
        rows.add(
                type,
                "delete",
                w -> {
                    w.calls(PolicyCalls.class).delete(standard);
                    assertThat(w.calls(PolicyCalls.class).names(none()))
                            .doesNotContainKey(standard);
                });
    }

    private static void groups(CallRows rows) {
        Class<?> type = GroupCalls.class;
        rows.add(
                type,
                "names",
                w -> assertThat(w.calls(GroupCalls.class).names(none())).isNotEmpty());
        rows.add(
                type,
                "all",
                w ->
                        assertThat(w.calls(GroupCalls.class).all(none()).values())
                                .isNotEmpty()
                                .allMatch(group -> !group.name().isEmpty()));
        rows.add(
                type,
                "group",
                w ->
                        assertThat(
                                        w.calls(GroupCalls.class)
                                                .group(group(w), Optional.of(true))
                                                .userGroup()
                                                .name())
                                .isNotEmpty());
        rows.add(
                type,
                "add",
                w ->
                        assertThat(w.calls(GroupCalls.class).add("Bakeries", none()).userGroupId())
                                .isNotEmpty());
        rows.add(
                type,
                "replace",
                w -> {
                    GroupCalls calls = w.calls(GroupCalls.class);
                    calls.replace(group(w), new UserGroup(1, "", "Bakers"));
                    assertThat(calls.names(none())).containsValue("Bakers");
                });
        rows.add(
                type,
                "setUsers",
                w -> {
                    GroupCalls calls = w.calls(GroupCalls.class);
                    calls.setUsers(group(w), List.of(USER.value()));
                    assertThat(calls.group(group(w), Optional.of(true)).users())
                            .containsKey(USER.value());
                });
        rows.add(
                type,
                "delete",
                w -> {
                    String group = group(w);
                    w.calls(GroupCalls.class).delete(group);
                    assertThat(w.calls(GroupCalls.class).names(none())).doesNotContainKey(group);
                });
    }

    private static String group(CallsWorld w) throws CometException {
        return first(w.calls(GroupCalls.class).names(none()));
    }

    private static void organizations(CallRows rows) {
        Class<?> type = OrganizationCalls.class;
        rows.add(type, "all", w -> assertThat(w.calls(OrganizationCalls.class).all()).isNotEmpty());
        rows.add(
                type,
                "replace",
                w -> {
                    OrganizationCalls calls = w.calls(OrganizationCalls.class);
                    Map.Entry<String, JsonNode> one = calls.all().entrySet().iterator().next();
                    assertThat(
                                    calls.replace(
                                                    Optional.of(one.getKey()),
                                                    Optional.of(one.getValue()))
                                            .id())
                            .isEqualTo(one.getKey());
                });
        rows.add(
                type,
                "delete",
                w -> {
                    OrganizationCalls calls = w.calls(OrganizationCalls.class);
                    String one = first(calls.all());
                    calls.delete(Optional.of(one), Optional.of(new UninstallConfig(false, false)));
                    assertThat(calls.all()).doesNotContainKey(one);
                });
    }

    private static void software(CallRows rows) {
        Class<?> type = SoftwareCalls.class;
        Optional<String> address = Optional.of("https://comet.example/");
        rows.add(
                type,
                "platforms",
                w ->
                        assertThat(w.calls(SoftwareCalls.class).platforms().values())
                                .isNotEmpty()
                                .allMatch(platform -> !platform.description().isEmpty()));
        rows.add(type, "test", w -> w.calls(SoftwareCalls.class).test(platform(w), address));
        rows.add(
                type,
                "installer",
                w -> file(w.calls(SoftwareCalls.class).installer(platform(w), Optional.empty())));
        download(rows, "windowsZip", calls -> calls.windowsZip(address));
        download(rows, "windows64Zip", calls -> calls.windows64Zip(address));
        download(rows, "windows32Zip", calls -> calls.windows32Zip(address));
        download(rows, "windowsExe", calls -> calls.windowsExe(address));
        download(rows, "windows64Exe", calls -> calls.windows64Exe(address));
        download(rows, "windows32Exe", calls -> calls.windows32Exe(address));
        download(rows, "macIntel", calls -> calls.macIntel(address));
        download(rows, "macArm", calls -> calls.macArm(address));
        download(rows, "linux", calls -> calls.linux(address));
        download(rows, "debian", calls -> calls.debian(address));
        download(rows, "synology6", calls -> calls.synology6(address));
        download(rows, "synology7", calls -> calls.synology7(address));
    }

    private static void download(CallRows rows, String method, Download download) {
        rows.add(
                SoftwareCalls.class,
                method,
                w -> file(download.from(w.calls(SoftwareCalls.class))));
    }

    private static void file(RawAnswer answer) throws Exception {
        try (answer) {
            assertThat(answer.body().readAllBytes().length).isGreaterThan(1000);
        }
    }

    private static long platform(CallsWorld w) throws CometException {
        return Long.parseLong(first(w.calls(SoftwareCalls.class).platforms()));
    }

    private static ServerCalls meta(CallsWorld w) {
        return w.calls(ServerCalls.class);
    }

    private static void server(CallRows rows) {
        Class<?> calls = ServerCalls.class;
        rows.add(calls, "version", w -> assertThat(meta(w).version().version()).isNotEmpty());
        rows.add(
                calls,
                "stats",
                w ->
                        assertThat(meta(w).stats(false).values())
                                .isNotEmpty()
                                .anyMatch(stat -> stat.users() > 0));
        rows.add(
                calls,
                "news",
                w ->
                        assertThat(meta(w).news().values())
                                .isNotEmpty()
                                .allMatch(entry -> !entry.textContent().isEmpty()));
        rows.add(calls, "webhooks", w -> assertThat(meta(w).webhooks()).isNotNull());
        rows.add(
                calls,
                "replaceWebhooks",
                w -> {
                    WebhookOption hook =
                            new WebhookOption(
                                    "https://portal.example/hook",
                                    Map.of("X-Key", "a"),
                                    "",
                                    List.of(4201L));
                    meta(w).replaceWebhooks(Map.of("portal", hook));
                    assertThat(meta(w).webhooks()).containsEntry("portal", hook);
                });
        rows.add(
                calls,
                "lobby",
                w ->
                        assertThat(meta(w).lobby().values())
                                .isNotEmpty()
                                .allMatch(device -> !device.friendlyName().isEmpty()));
        rows.add(
                calls,
                "registerDevice",
                w -> {
                    try (RawAnswer answer =
                            meta(w).registerDevice(
                                            first(meta(w).lobby()),
                                            USER,
                                            SimulatedCometServer.USER_PASSWORD,
                                            none())) {
                        assertThat(answer.body().readAllBytes()).isNotNull();
                    }
                });
        rows.add(
                calls,
                "dropLobbyConnection",
                w -> meta(w).dropLobbyConnection(first(meta(w).lobby())));
        rows.add(
                PublicCalls.class,
                "branding",
                w -> {
                    var branding = w.calls(PublicCalls.class).branding();
                    assertThat(branding.productName()).isNotEmpty();
                    assertThat(branding.expiredInSeconds()).isPositive();
                });
        rows.add(
                PublicCalls.class,
                "logo",
                w -> {
                    try (RawAnswer logo = w.calls(PublicCalls.class).logo()) {
                        assertThat(logo.body().readAllBytes()).isNotEmpty();
                    }
                });
    }

    private static void ownAccount(CallRows rows) {
        Class<?> calls = ServerCalls.class;
        rows.add(calls, "account", w -> assertThat(meta(w).account().isObject()).isTrue());
        rows.add(
                calls,
                "startSession",
                w ->
                        assertThat(
                                        meta(w).startSession(Optional.of("https://comet.example/"))
                                                .sessionType())
                                .isEqualTo("admin"));
        rows.add(
                calls,
                "revokeSession",
                w -> {
                    String key = meta(w).startSession(none()).sessionKey();
                    w.client
                            .callsAs(new CometUsername(Fleet.ADMIN), key, ServerCalls.class)
                            .revokeSession();
                });
        rows.add(
                calls,
                "upgradeSession",
                w -> meta(w).upgradeSession(meta(w).startSession(none()).sessionKey()));
        rows.add(
                calls,
                "regenerateTotp",
                w -> assertThat(meta(w).regenerateTotp().url()).startsWith("otpauth://"));
        rows.add(
                calls,
                "validateTotp",
                w -> {
                    String key = meta(w).startSession(none()).sessionKey();
                    w.server.requireTotp();
                    w.client
                            .callsAs(new CometUsername(Fleet.ADMIN), key, ServerCalls.class)
                            .validateTotp(w.server.oneTimeCode(Fleet.ADMIN).orElseThrow());
                });
    }
}
