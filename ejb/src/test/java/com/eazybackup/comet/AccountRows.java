package com.eazybackup.comet;

import static com.eazybackup.comet.CallsWorld.USER;
import static com.eazybackup.comet.CallsWorld.json;
import static com.eazybackup.comet.CallsWorld.none;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.user.HashedProfile;
import com.eazybackup.comet.user.ItemWithSchedules;
import com.eazybackup.comet.user.NewTotpSecret;
import com.eazybackup.comet.user.PolicyOptions;
import com.eazybackup.comet.user.UninstallConfig;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.comet.user.UserWebCalls;
import com.eazybackup.comet.user.WriteOptions;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts, by the administrator and by the account itself. */
final class AccountRows {

    private static final CometUsername ANOTHER = new CometUsername("bramblewick");

    private static final String REPORT =
            """
            {"ReportType":0,"SummaryFrequency":[],
             "Filter":{"ClauseType":"","RuleField":"","RuleOperator":"","RuleValue":""}}
            """;

    private AccountRows() {}

    static void addTo(CallRows rows) {
        reading(rows);
        writing(rows);
        overwriting(rows);
        items(rows);
        web(rows);
    }

    private static UserCalls users(CallsWorld world) {
        return world.calls(UserCalls.class);
    }

    private static void reading(CallRows rows) {
        Class<?> calls = UserCalls.class;
        rows.add(calls, "names", w -> assertThat(users(w).names()).containsExactly(USER.value()));
        rows.add(
                calls,
                "all",
                w -> {
                    try (CometList<UserProfile> all = users(w).all()) {
                        assertThat(all.next().orElseThrow().username()).isEqualTo(USER.value());
                        assertThat(all.next()).isEmpty();
                    }
                });
        rows.add(
                calls,
                "profile",
                w -> assertThat(users(w).profile(USER).username()).isEqualTo(USER.value()));
        rows.add(
                calls,
                "profileAndHash",
                w -> {
                    HashedProfile read = users(w).profileAndHash(USER);
                    assertThat(read.profileHash()).isEqualTo(w.hash());
                    assertThat(read.profile().complete()).isTrue();
                });
        rows.add(
                calls,
                "hash",
                w -> assertThat(users(w).hash(USER).profileHash()).isEqualTo(w.hash()));
        rows.add(
                calls,
                "previewReport",
                w ->
                        assertThat(
                                        users(w).previewReport(
                                                        USER,
                                                        json(REPORT),
                                                        Optional.of("a@example.test"))
                                                .emailBodyHtml())
                                .isNotEmpty());
    }

    private static void writing(CallRows rows) {
        Class<?> calls = UserCalls.class;
        rows.add(
                calls,
                "replace",
                w -> {
                    String before = w.hash();
                    HashedProfile read = users(w).profileAndHash(USER);
                    HashedProfile written =
                            users(w).replace(
                                            USER,
                                            read.profile(),
                                            read.profileHash(),
                                            Optional.of(
                                                    new WriteOptions(
                                                            new PolicyOptions(List.of()))));
                    assertThat(written.profileHash()).isEqualTo(w.hash()).isNotEqualTo(before);
                });
        rows.add(
                calls,
                "add",
                w -> {
                    users(w).add(
                                    ANOTHER,
                                    "Hawthorn & 1190%+=",
                                    Optional.of(1L),
                                    Optional.of(1L),
                                    none());
                    assertThat(users(w).names()).contains(ANOTHER.value());
                });
        rows.add(
                calls,
                "addFromProfile",
                w -> {
                    users(w).addFromProfile(ANOTHER, users(w).profile(USER), none());
                    assertThat(users(w).names()).contains(ANOTHER.value());
                });
        rows.add(
                calls,
                "delete",
                w -> {
                    users(w).delete(USER, Optional.of(new UninstallConfig(true, false)));
                    assertThat(users(w).names()).isEmpty();
                });
        rows.add(
                calls,
                "resetPassword",
                w ->
                        users(w).resetPassword(
                                        USER,
                                        "Hawthorn-1190",
                                        Optional.of(SimulatedCometServer.USER_PASSWORD)));
        rows.add(calls, "disableTotp", w -> users(w).disableTotp(USER));
        rows.add(
                calls,
                "revokeDevice",
                w -> {
                    users(w).revokeDevice(USER, w.device());
                    assertThat(w.profile().path("Devices").has(w.device().value())).isFalse();
                });
        rows.add(
                calls,
                "installToken",
                w ->
                        assertThat(
                                        users(w).installToken(
                                                        USER,
                                                        SimulatedCometServer.USER_PASSWORD,
                                                        none())
                                                .installToken()
                                                .token())
                                .isNotEmpty());
        rows.add(
                calls,
                "startSession",
                w -> assertThat(users(w).startSession(USER).sessionType()).isEqualTo("user"));
    }

    private static void overwriting(CallRows rows) {
        rows.add(
                UserCalls.class,
                "overwrite",
                w -> {
                    ObjectNode tree = users(w).profile(USER).tree().deepCopy();
                    tree.put("AccountName", "Overwritten");
                    users(w).overwrite(USER, new UserProfile(tree));
                    assertThat(w.profile().path("AccountName").asText()).isEqualTo("Overwritten");
                });
    }

    private static void items(CallRows rows) {
        Class<?> calls = UserCalls.class;
        rows.add(
                calls,
                "item",
                w -> {
                    ItemWithSchedules item = users(w).item(USER, w.item("engine1/file"));
                    assertThat(item.source().path("Engine").asText()).isEqualTo("engine1/file");
                    assertThat(item.profileHash()).isEqualTo(w.hash());
                });
        rows.add(
                calls,
                "replaceItem",
                w -> {
                    ItemId id = w.item("engine1/file");
                    ItemWithSchedules item = users(w).item(USER, id);
                    Map<String, JsonNode> schedules = item.backupRules();
                    users(w).replaceItem(
                                    USER,
                                    id,
                                    Optional.of(item.profileHash()),
                                    Optional.of(item.source()),
                                    Optional.of(schedules));
                    assertThat(w.hash()).isNotEqualTo(item.profileHash());
                });
        rows.add(
                calls,
                "deleteItem",
                w -> {
                    ItemId id = w.item("engine1/file");
                    users(w).deleteItem(USER, id);
                    assertThat(w.profile().path("Sources").has(id.value())).isFalse();
                });
    }

    private static void web(CallRows rows) {
        Class<?> calls = UserWebCalls.class;
        rows.add(
                calls,
                "profileAndHash",
                w ->
                        assertThat(w.web().profileAndHash().profile().username())
                                .isEqualTo(USER.value()));
        rows.add(
                calls,
                "regenerateTotp",
                w -> {
                    NewTotpSecret secret = w.web().regenerateTotp(w.hash());
                    assertThat(secret.url()).startsWith("otpauth://");
                    assertThat(secret.image()).startsWith("data:image/");
                });
        rows.add(
                calls,
                "validateTotp",
                w -> {
                    UserWebCalls web = w.web();
                    String hash = web.regenerateTotp(w.hash()).profileHash();
                    web.validateTotp(hash, w.server.oneTimeCode(USER.value()).orElseThrow());
                });
        rows.add(calls, "revoke", w -> w.web().revoke());
    }
}
