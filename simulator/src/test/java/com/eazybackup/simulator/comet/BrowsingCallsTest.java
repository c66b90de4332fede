package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowsingCallsTest {

    private static final String USER = "larkspur";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private SimulatedCometServer server;
    private ApiCaller caller;
    private Workbench bench;

    @BeforeEach
    void start() {
        Fleet fleet =
                FleetPlan.of(DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP), clock)
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        caller = new ApiCaller(server, USER);
        bench = new Workbench(server, USER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFinishedBackupIsASnapshotAndAFailedOneIsNone() throws Exception {
        String snapshot = bench.backup("engine1/mssql");
        List<String> expected =
                server.fleet().jobsOf(USER).stream()
                        .filter(job -> job.path("DestinationGUID").asText().equals(bench.vault()))
                        .filter(job -> List.of(5000, 7001).contains(job.path("Status").asInt()))
                        .map(job -> job.path("SnapshotID").asText())
                        .toList();
        assertThat(expected).contains(snapshot);
        List<String> found = ids(snapshots());
        assertThat(found).containsAll(expected);
        // Besides them there is the one of an item that nobody remembers.
        assertThat(found).hasSize(expected.size() + 1);
    }

    @Test
    void aSnapshotOfADeletedItemStays() throws Exception {
        String snapshot = bench.backup("engine1/mysql");
        assertThat(told(snapshot).path("EngineType").asText()).isEqualTo("engine1/mysql");
        server.acts().accounts().removeItem(USER, told(snapshot).path("Source").asText());
        assertThat(told(snapshot).path("EngineType").asText()).isEmpty();
        assertThat(told(snapshot).path("Source").asText()).isNotEmpty();
    }

    @Test
    void nobodyIsAskedWhoIsNotThere() throws Exception {
        assertStatus(403, ask("request-vault-snapshots", "TargetID", "gone", "Destination", "x"));
        server.switches().deviceAwayStatus = 400;
        assertStatus(400, ask("request-vault-snapshots", "TargetID", "gone", "Destination", "x"));
    }

    @Test
    void aVaultOrSnapshotThatThereIsNotIsTheDevicesError() throws Exception {
        assertStatus(
                500,
                ask("request-vault-snapshots", "TargetID", bench.target(), "Destination", "x"));
        assertStatus(500, stored("0".repeat(64)));
        String snapshot = bench.backup("engine1/file");
        assertStatus(
                500,
                ask(
                        "request-windisk-snapshot",
                        "TargetID",
                        bench.target(),
                        "Destination",
                        "x",
                        "SnapshotID",
                        snapshot));
    }

    @Test
    void aDeviceThatHidesNamesOfFilesShowsNoneAndStillTellsItsSnapshots() throws Exception {
        String snapshot = bench.backup("engine1/mssql");
        assertThat(stored(snapshot).path("StoredObjects")).isNotEmpty();
        server.acts().devices().allowFilenames(USER, bench.device(), false);
        assertStatus(403, stored(snapshot));
        assertStatus(403, ask("request-filesystem-objects", "TargetID", bench.target()));
        server.switches().filenamesRefusedStatus = 400;
        assertStatus(400, stored(snapshot));
        assertThat(ids(snapshots())).contains(snapshot);
        // Not even a new connection helps.
        server.acts().devices().disconnect(USER, bench.device());
        server.acts().devices().connect(USER, bench.device());
        assertStatus(400, stored(snapshot));
        server.acts().devices().allowFilenames(USER, bench.device(), true);
        assertThat(stored(snapshot).path("StoredObjects")).isNotEmpty();
    }

    @Test
    void someDevicesOfAFleetHideTheirFilesFromTheBeginning() {
        assertThat(server.fleet().connections().values())
                .anyMatch(live -> !live.path("AllowsFilenames").asBoolean())
                .anyMatch(live -> live.path("AllowsFilenames").asBoolean());
    }

    @Test
    void aWindowsDiskBeginsWithDrivesAndGoesOnByPath() throws Exception {
        JsonNode drives = files("");
        assertThat(drives.get(0).path("name").asText()).isEqualTo("C:\\");
        assertThat(drives.get(0).path("dname").asText()).isEqualTo("Local Disk (C:)");
        JsonNode data = named(files(drives.get(0).path("subtree").asText()), "Data");
        assertThat(data.path("subtree").asText()).isEqualTo("C:\\Data");
        assertThat(files("C:\\Data\\Scans")).hasSize(100_000);
        assertThat(names(files("c:/data"))).isEqualTo(names(files("C:\\Data")));
        assertStatus(500, filesAnswer("C:\\Nowhere"));
        assertThat(filesAnswer("C:\\System Volume Information").path("Message").asText())
                .contains("denied");
    }

    @Test
    void aUnixDiskBeginsAtItsRootWithPathsOrNames() throws Exception {
        Map.Entry<String, ObjectNode> linux =
                server.fleet().connections().entrySet().stream()
                        .filter(live -> live.getValue().path("AllowsFilenames").asBoolean())
                        .filter(
                                live ->
                                        live.getValue()
                                                .path("ReportedPlatform")
                                                .asText()
                                                .startsWith("linux"))
                        .findFirst()
                        .orElseThrow();
        JsonNode root = ask("request-filesystem-objects", "TargetID", linux.getKey());
        assertThat(named(root.path("StoredObjects"), "srv").path("subtree").asText())
                .isEqualTo("/srv");
        server.switches().unixSubtreeIsPath = false;
        root = ask("request-filesystem-objects", "TargetID", linux.getKey());
        assertThat(named(root.path("StoredObjects"), "srv").path("subtree").asText())
                .isEqualTo("srv");
        JsonNode srv =
                ask("request-filesystem-objects", "TargetID", linux.getKey(), "Path", "/srv/");
        assertThat(named(srv.path("StoredObjects"), "Scans").isObject()).isTrue();
    }

    @Test
    void theDiskAndItsSnapshotHoldTheSameFolders() throws Exception {
        String item =
                server.acts().accounts().addItem(USER, bench.device(), "engine1/file", "Data");
        server.acts()
                .accounts()
                .edit(
                        USER,
                        profile -> {
                            ((ObjectNode) profile.path("Sources").path(item))
                                    .putObject("EngineProps")
                                    .put("INCLUDE-0000", "C:\\Data");
                            return profile;
                        });
        String job = server.acts().jobs().start(USER, bench.device(), item, bench.vault());
        server.acts().jobs().finish(job, 5000);
        String snapshot = server.fleet().job(job).orElseThrow().path("SnapshotID").asText();
        JsonNode drive = stored(snapshot).path("StoredObjects").get(0);
        JsonNode data =
                stored(snapshot, drive.path("subtree").asText()).path("StoredObjects").get(0);
        JsonNode saved = stored(snapshot, data.path("subtree").asText()).path("StoredObjects");
        assertThat(names(saved)).isEqualTo(names(files("C:\\Data")));
    }

    @Test
    void aWrongPasswordAndAHostThatIsNotThereAreTheDevicesErrors() throws Exception {
        String credentials = "{\"Server\":\"%s\",\"Password\":\"%s\"}";
        assertStatus(500, mongodb(credentials.formatted("db.example", "wrong")));
        assertThat(mongodb(credentials.formatted("db.invalid", "x")).path("Message").asText())
                .contains("no such host");
        assertThat(mongodb(credentials.formatted("db.example", "x")).path("Objects")).isNotEmpty();
        assertStatus(400, mongodb("no json"));
    }

    @Test
    void anApplicationIsRegisteredOnceSomebodyHasSaidYesInABrowser() throws Exception {
        JsonNode begun = begin("it@example.com");
        assertThat(begun.path("UserCode").asText()).hasSizeGreaterThan(5);
        String continuation = begun.path("Continuation").asText();
        assertThat(check(continuation).path("Completed").asBoolean()).isFalse();
        clock.forward(Duration.ofSeconds(OfficeCalls.THINKING_SECONDS));
        JsonNode done = check(continuation);
        assertThat(done.path("Completed").asBoolean()).isTrue();
        assertThat(done.path("Result").path("Secret").asText()).contains(Fleet.CANARY);
        assertThat(check(continuation).path("Error").asText()).isNotEmpty();
        JsonNode refused = check(begin("nobody@example.com").path("Continuation").asText());
        assertThat(refused.path("Error").asText()).isEqualTo("authorization_declined");
        assertThat(refused.path("Completed").asBoolean()).isFalse();
    }

    @Test
    void aMailIsShownWithWhatStrangersWriteIntoMails() throws Exception {
        Map<String, String> form =
                new BrowsingForms(server, caller).of(Api.ADMIN + "dispatcher/email-preview");
        JsonNode preview =
                ask(
                        "email-preview",
                        form.entrySet().stream()
                                .flatMap(
                                        field -> List.of(field.getKey(), field.getValue()).stream())
                                .toArray(String[]::new));
        assertThat(preview.path("EmailBodyHTML").asText()).contains("<script>", "tracker.example");
        assertThat(preview.path("From").asText()).contains("@");
        assertThat(preview.path("To")).hasSize(1);
    }

    @Test
    void thereAreAsManyPeopleAndSitesToChooseAsJobsCount() throws Exception {
        Map<String, String> form =
                new BrowsingForms(server, caller)
                        .of(Api.ADMIN + "dispatcher/office365-list-virtual-accounts");
        JsonNode all =
                ask(
                                "office365-list-virtual-accounts",
                                "TargetID",
                                bench.target(),
                                "Credentials",
                                form.get("Credentials"))
                        .path("Objects");
        JsonNode job =
                server.fleet().jobs(one -> one.has("TotalMailsCount")).stream()
                        .findFirst()
                        .orElseThrow();
        assertThat(all.valueStream().filter(one -> one.path("Type").asInt() == 1))
                .hasSize(job.path("TotalMailsCount").asInt());
        assertThat(all.valueStream().filter(one -> one.path("hasLicense").asBoolean()))
                .hasSize(job.path("TotalLicensedMailsCount").asInt());
        assertThat(all.valueStream().filter(one -> one.path("Type").asInt() == 4))
                .hasSize(job.path("TotalSitesCount").asInt());
    }

    @Test
    void hyperVIsOnWindowsOnly() throws Exception {
        assertThat(ask("request-browse-hyperv", "TargetID", bench.target()).path("VirtualMachines"))
                .isNotEmpty();
        String mac =
                server.fleet().connections().entrySet().stream()
                        .filter(
                                live ->
                                        live.getValue()
                                                .path("ReportedPlatform")
                                                .asText()
                                                .startsWith("darwin"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        assertStatus(500, ask("request-browse-hyperv", "TargetID", mac));
    }

    private JsonNode begin(String address) throws Exception {
        return ask(
                "register-office-application/begin",
                "TargetID",
                bench.target(),
                "EmailAddress",
                address);
    }

    private JsonNode check(String continuation) throws Exception {
        return ask(
                "register-office-application/check",
                "TargetID",
                bench.target(),
                "Continuation",
                continuation);
    }

    private JsonNode mongodb(String credentials) throws Exception {
        return ask(
                "request-browse-mongodb", "TargetID", bench.target(), "Credentials", credentials);
    }

    private JsonNode snapshots() throws Exception {
        return ask(
                        "request-vault-snapshots",
                        "TargetID",
                        bench.target(),
                        "Destination",
                        bench.vault())
                .path("Snapshots");
    }

    private JsonNode told(String snapshot) throws Exception {
        return snapshots()
                .valueStream()
                .filter(one -> one.path("Snapshot").asText().equals(snapshot))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode stored(String snapshot) throws Exception {
        return ask(
                "request-stored-objects",
                "TargetID",
                bench.target(),
                "Destination",
                bench.vault(),
                "SnapshotID",
                snapshot);
    }

    private JsonNode stored(String snapshot, String tree) throws Exception {
        return ask(
                "request-stored-objects",
                "TargetID",
                bench.target(),
                "Destination",
                bench.vault(),
                "SnapshotID",
                snapshot,
                "TreeID",
                tree);
    }

    private JsonNode files(String path) throws Exception {
        return filesAnswer(path).path("StoredObjects");
    }

    private JsonNode filesAnswer(String path) throws Exception {
        return path.isEmpty()
                ? ask("request-filesystem-objects", "TargetID", bench.target())
                : ask("request-filesystem-objects", "TargetID", bench.target(), "Path", path);
    }

    private JsonNode ask(String call, String... fields) throws Exception {
        return caller.admin("dispatcher/" + call, fields);
    }

    private static JsonNode named(JsonNode entries, String name) {
        return entries.valueStream()
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode snapshots) {
        return snapshots.valueStream().map(one -> one.path("Snapshot").asText()).toList();
    }

    private static Set<String> names(JsonNode entries) {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.path("name").asText()));
        return names;
    }

    private static void assertStatus(int expected, JsonNode answer) {
        assertThat(answer.path("Status").asInt()).as(answer.toString()).isEqualTo(expected);
    }
}
