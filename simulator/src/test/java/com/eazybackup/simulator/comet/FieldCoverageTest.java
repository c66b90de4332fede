package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How much of the tables of types the simulator's answers really fill. */
class FieldCoverageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:17:00Z");

    private static final int FILLED_AT_LEAST = 800;

    /** How a provider sets up a server; the portal reads none of it. */
    private static final Set<String> PROVIDERS_OWN =
            Set.of(
                    "RemoteStorageOption",
                    "RemoteServerAddress",
                    "ExternalLDAPAuthenticationSourceServer",
                    "ExternalLDAPAuthenticationSourceSettings",
                    "OidcConfig",
                    "OidcClaim",
                    "WasabiVirtualStorageRoleSettings",
                    "AmazonAWSVirtualStorageRoleSettings",
                    "S3GenericVirtualStorageRole",
                    "ImpossibleCloudIAMTemplateSettings",
                    "ImpossibleCloudPartnerTemplateSettings",
                    "PSAConfig",
                    "PSAGroupedBy",
                    "AdminUserPermissions",
                    "AdminSecurityOptions",
                    "AdminU2FRegistration",
                    "AdminWebAuthnRegistration",
                    "WebAuthnCredential",
                    "FileOption",
                    "EmailOptions",
                    "EmailReportingOption",
                    "CustomRemoteBucketSettings",
                    "B2VirtualStorageRoleSettings",
                    "StorjVirtualStorageRoleSetting",
                    "SelfBackupStatistics",
                    "LicenseLimits",
                    "Organization",
                    "ExternalAuthenticationSourceDisplay");

    /** Of what is left: no answer of these tests has them. */
    private static final Set<String> NEVER =
            Set.of(
                    "B2DestinationLocation.MaxConnections",
                    "B2DestinationLocation.Prefix",
                    "B2StorageExtraInfo.TotalTransactionsInTimeInterval",
                    "B2TransactionTotals.ClassA",
                    "B2TransactionTotals.ClassB",
                    "B2TransactionTotals.ClassC",
                    "BackupJobDetail.ConflictingJobID",
                    "BackupJobDetail.Tags",
                    "DefaultSourceWithOSRestriction.RestrictOS",
                    "DefaultSourceWithOSRestriction.SourceConfig",
                    "DestinationStatistics.LastSuccessfulDeepVerify_EndTime",
                    "DestinationStatistics.LastSuccessfulDeepVerify_GUID",
                    "DestinationStatistics.LastSuccessfulDeepVerify_StartTime",
                    "DeviceConfig.SyncroUUID",
                    "Office365Credential.AppCert",
                    "Office365Credential.AppID",
                    "Office365Credential.Region",
                    "Office365Credential.Secret",
                    "Office365Credential.TenantID",
                    "Office365MixedVirtualAccount.Disabled",
                    "PVEDisk.Options",
                    "PartitionConflict.PartitionA",
                    "PartitionConflict.PartitionB",
                    "PartitionConflict.Size",
                    "RegisterOfficeApplicationCheckResponse.Result",
                    "ServerMetaBrandingProperties.ExternalAuthenticationSources",
                    "SourceBasicInfo.OverrideDestinationRetention",
                    "SpannedStorageExtraInfo.Targets",
                    "StorageFreeSpaceInfo.B2",
                    "StorageFreeSpaceInfo.Spanned",
                    "StorjDestinationLocation.StorjBucketPrefix",
                    "SwiftDestinationLocation.AuthToken",
                    "SwiftDestinationLocation.DefaultContainerPolicy",
                    "SwiftDestinationLocation.Domain",
                    "SwiftDestinationLocation.Prefix",
                    "SwiftDestinationLocation.TenantDomain",
                    "SwiftDestinationLocation.TenantID",
                    "SwiftDestinationLocation.TrustID",
                    "UserProfileConfig.LastSuspended",
                    "UserServerConfig.RandomDelaySecs",
                    "VaultSnapshot.Tags");

    private final ProtocolCheck check = new ProtocolCheck();

    @Test
    void theAnswersFillAllButWhatIsListedHere() throws Exception {
        for (String path : check.allCalls()) {
            answerOf(path);
        }
        everyAccountAndJob();
        asMoreIsKnown();
        Set<String> never = new TreeSet<>(check.fieldsOfAnswers());
        never.removeAll(check.fieldsMet());
        never.removeIf(field -> PROVIDERS_OWN.contains(field.replaceFirst("[.].*", "")));
        assertThat(never).containsExactlyInAnyOrderElementsOf(NEVER);
        assertThat(check.fieldsOfAnswers()).hasSize(1_070);
        assertThat(check.fieldsMet()).hasSizeGreaterThan(FILLED_AT_LEAST);
    }

    private void answerOf(String path) throws Exception {
        FleetPlan plan =
                FleetPlan.of(
                        DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP).stream()
                                .filter(service -> service.username().equals(GoodForms.USER))
                                .toList(),
                        new MovableClock(NOW));
        try (SimulatedCometServer server =
                SimulatedCometServer.start(0, plan.build(), new Switches())) {
            ApiCaller caller = new ApiCaller(server, GoodForms.USER);
            String body = caller.send(path, new GoodForms(server, caller).of(path)).body();
            if (!check.isRaw(path)) {
                check.answer(path, Json.MAPPER.readTree(body));
            }
        }
    }

    /** What one look at each call does not show: a running job, a mailbox, a search that finds. */
    private void asMoreIsKnown() throws Exception {
        FleetPlan plan =
                FleetPlan.of(
                        DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP).stream()
                                .filter(service -> service.username().equals(GoodForms.USER))
                                .toList(),
                        new MovableClock(NOW));
        try (SimulatedCometServer server =
                SimulatedCometServer.start(0, plan.build(), new Switches())) {
            ApiCaller caller = new ApiCaller(server, GoodForms.USER);
            Workbench bench = new Workbench(server, GoodForms.USER);
            String job =
                    server.acts().jobs().start(GoodForms.USER, bench.device(), "", bench.vault());
            server.acts().jobs().progress(job, 1, 2, 3, 4);
            look(caller, "get-job-properties", "JobID", job);
            String files =
                    server.fleet().jobsOf(GoodForms.USER).stream()
                            .filter(one -> isOfFiles(server, one, bench.vault()))
                            .map(one -> one.path("SnapshotID").asText())
                            .findFirst()
                            .orElseThrow();
            String mails = bench.backup("engine1/winmsofficemail");
            walk(caller, bench, files, "", 3);
            walk(caller, bench, mails, "", 4);
            look(
                    caller,
                    "dispatcher/search-snapshots",
                    "TargetID",
                    bench.target(),
                    "DestinationID",
                    bench.vault(),
                    "SnapshotIDs",
                    "[\"" + files + "\"]",
                    "Filter",
                    "{\"ClauseType\":\"\",\"RuleField\":\"name\",\"RuleOperator\":\"str_endswith\",\"RuleValue\":\".pdf\"}");
        }
    }

    private static boolean isOfFiles(SimulatedCometServer server, JsonNode job, String vault) {
        return job.path("DestinationGUID").asText().equals(vault)
                && !job.path("SnapshotID").asText().isEmpty()
                && server.fleet()
                        .profile(GoodForms.USER)
                        .orElseThrow()
                        .path("Sources")
                        .path(job.path("SourceGUID").asText())
                        .path("Engine")
                        .asText()
                        .equals("engine1/file");
    }

    private JsonNode look(ApiCaller caller, String call, String... fields) throws Exception {
        JsonNode answer = caller.admin(call, fields);
        check.answer(Api.ADMIN + call, answer);
        return answer;
    }

    /** Into the first folders of each folder. */
    private void walk(ApiCaller caller, Workbench bench, String snapshot, String tree, int deep)
            throws Exception {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "TargetID",
                                bench.target(),
                                "Destination",
                                bench.vault(),
                                "SnapshotID",
                                snapshot));
        if (!tree.isEmpty()) {
            fields.addAll(List.of("TreeID", tree));
        }
        JsonNode found =
                look(caller, "dispatcher/request-stored-objects", fields.toArray(String[]::new));
        List<String> below =
                found.path("StoredObjects")
                        .valueStream()
                        .map(entry -> entry.path("subtree").asText())
                        .filter(subtree -> !subtree.isEmpty())
                        .limit(4)
                        .toList();
        for (String folder : deep == 0 ? List.<String>of() : below) {
            walk(caller, bench, snapshot, folder, deep - 1);
        }
    }

    private void everyAccountAndJob() {
        Fleet fleet =
                FleetPlan.of(
                                DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                                Clock.fixed(NOW, ZoneOffset.UTC))
                        .build();
        fleet.profiles()
                .forEach((name, profile) -> check.valueComplaints("UserProfileConfig", profile));
        fleet.jobs(job -> true).forEach(job -> check.valueComplaints("BackupJobDetail", job));
    }
}
