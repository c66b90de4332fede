package com.eazybackup.simulator.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.search.SearchClause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotTreeTest {

    private static final long NIGHT = 1_795_000_000L;
    private static final long DAY = 86_400;

    @Test
    void aWindowsBackupBeginsWithTheDriveAndLeadsOnlyToWhatIsIncluded() {
        SnapshotTree tree = files("a1", NIGHT, "C:\\Data", "D:\\Media\\2025");
        List<ObjectNode> root = tree.list("");
        assertThat(names(root)).containsExactly("C__", "D__");
        assertThat(root.get(0).has("dname")).isFalse();
        assertThat(root.get(0).path("type").asText()).isEqualTo("windir");
        assertThat(names(tree.list(subtree(root, "C__")))).containsExactly("Data");
        assertThat(names(tree.list(subtree(root, "D__")))).containsExactly("Media");
    }

    @Test
    void theRootTellsHowMuchIsInItAndFoldersBelowDoNot() {
        SnapshotTree tree = files("a1", NIGHT, "C:\\Data");
        JsonNode drive = tree.list("").get(0);
        assertThat(drive.path("r").asBoolean()).isTrue();
        assertThat(drive.path("f").asLong()).isGreaterThan(Papers.MANY);
        assertThat(drive.path("b").asLong()).isGreaterThan(1L << 30);
        assertThat(tree.list(drive.path("subtree").asText()).get(0).has("r")).isFalse();
    }

    @Test
    void everyFolderHasANameOfItsOwnThatLeadsBackToIt() {
        SnapshotTree tree = files("a1", NIGHT, "C:\\Data");
        Set<String> seen = new HashSet<>();
        walk(tree, "", seen);
        assertThat(seen).hasSizeGreaterThan(10).allMatch(id -> id.matches("[0-9a-f]{64}"));
        // Another object, and so another start of the server, understands them.
        SnapshotTree again = files("a1", NIGHT, "C:\\Data");
        for (String id : seen) {
            assertThat(again.list(id)).isEqualTo(tree.list(id));
        }
    }

    @Test
    void aFolderOfAnotherSnapshotIsNotFound() {
        String foreign = files("b2", NIGHT, "C:\\Data").list("").get(0).path("subtree").asText();
        SnapshotTree tree = files("a1", NIGHT, "C:\\Data");
        assertThatThrownBy(() -> tree.list(foreign)).isInstanceOf(BrowseRefused.class);
        assertThatThrownBy(() -> tree.list("C__")).isInstanceOf(BrowseRefused.class);
    }

    @Test
    void oneFolderHasAHundredThousandFiles() {
        SnapshotTree tree = files("a1", NIGHT, "C:\\Data");
        List<ObjectNode> scans = tree.list(subtree(data(tree), "Scans"));
        assertThat(scans).hasSize(100_000);
        assertThat(new HashSet<>(names(scans))).hasSize(100_000);
        assertThat(scans).allMatch(scan -> scan.path("subtree").asText().isEmpty());
    }

    @Test
    void nothingInASnapshotIsYoungerThanItAndTwoNightsDifferALittle() {
        List<ObjectNode> before = data(files("a1", NIGHT, "C:\\Data"));
        List<ObjectNode> later = data(files("a2", NIGHT + 10 * DAY, "C:\\Data"));
        assertThat(before).allMatch(entry -> entry.path("mtime").asLong() <= NIGHT);
        Set<String> both = new HashSet<>(names(before));
        both.retainAll(names(later));
        assertThat(both.size()).isGreaterThan(before.size() / 2);
        assertThat(times(later)).isNotEqualTo(times(before));
    }

    @Test
    void aSearchFindsNamesPathsAndSizes() {
        SnapshotTree tree = files("a1", NIGHT, "C:\\Data");
        List<ObjectNode> found = tree.search(rule("name", "str_eq", "scan-000042.pdf"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("path").asText()).isEqualTo("C__/Data/Scans/scan-000042.pdf");
        assertThat(found.get(0).path("mtime").asText()).matches("\\d{4}-.*T.*Z");
        assertThat(tree.search(rule("SearchResultFileInfo.name", "str_endswith", ".pdf")))
                .hasSize(SnapshotTree.MOST_FOUND);
        assertThat(tree.search(rule("size", "int_gt", "16000000")))
                .isNotEmpty()
                .allMatch(file -> file.path("size").asLong() > 16_000_000);
        assertThat(tree.search(rule("name", "str_eq", "nowhere"))).isEmpty();
    }

    @Test
    void aDiskImageIsLookedIntoPartitionByPartition() {
        SnapshotTree tree = tree("engine1/windisk");
        List<ObjectNode> root = tree.list("");
        String image =
                tree.list(root.get(0).path("subtree").asText()).get(0).path("subtree").asText();
        List<ObjectNode> partitions = tree.image(image, "", "");
        assertThat(partitions)
                .extracting(part -> part.path("type").asText())
                .containsOnly("vhdxpartitiongpt");
        String system = partitions.get(1).path("name").asText();
        List<ObjectNode> files = tree.image(image, system, "");
        assertThat(files)
                .extracting(file -> file.path("type").asText())
                .containsOnly("vmdkdir", "vmdkfile");
        String folder =
                files.stream()
                        .filter(file -> !file.path("subtree").asText().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .path("subtree")
                        .asText();
        List<ObjectNode> below = tree.image(image, system, folder);
        assertThat(below).isNotEmpty().isNotEqualTo(files);
        assertThat(tree.image("", system, folder)).isEqualTo(below);
    }

    @Test
    void whatCannotBeReadIsSaidWithTheVendorsConstants() {
        SnapshotTree disk = tree("engine1/windisk");
        String encrypted = disk.image("", "", "").get(2).path("name").asText();
        assertThatThrownBy(() -> disk.image("", encrypted, ""))
                .hasMessage("ERR_UNSUPPORT_VMDK_FILE_SYSTEM");
        SnapshotTree machines = tree("engine1/hyperv");
        String dynamic = machines.image("", "", "").get(2).path("name").asText();
        assertThatThrownBy(() -> machines.image("", dynamic, ""))
                .hasMessage("ERR_UNSUPPORT_VHDX_FILE_SYSTEM");
        List<ObjectNode> guests = machines.list("");
        List<ObjectNode> last =
                machines.list(guests.get(guests.size() - 1).path("subtree").asText());
        String damaged = last.get(1).path("subtree").asText();
        assertThatThrownBy(() -> machines.image(damaged, "", "")).hasMessage("ERR_VHDX_PARTITION");
    }

    @Test
    void aMailboxHasMailsWithSendersAppointmentsWithTimesAndContacts() {
        SnapshotTree tree = tree("engine1/winmsofficemail");
        List<ObjectNode> mailbox = tree.list(tree.list("").get(0).path("subtree").asText());
        assertThat(names(mailbox))
                .containsExactly("Inbox", "Sent Items", "Calendar", "Contacts", "OneDrive");
        JsonNode mail = tree.list(subtree(mailbox, "Inbox")).get(0);
        assertThat(mail.path("type").asText()).isEqualTo("emailmessage");
        assertThat(mail.path("from").asText()).contains("@");
        assertThat(mail.path("rtime").asLong()).isPositive();
        JsonNode meeting = tree.list(subtree(mailbox, "Calendar")).get(0);
        assertThat(meeting.path("etime").asLong()).isGreaterThan(meeting.path("stime").asLong());
        assertThat(tree.list("")).anyMatch(entry -> entry.path("type").asText().equals("mssite"));
    }

    @Test
    void everyEngineLeavesSomethingBehind() {
        for (String engine :
                List.of(
                        "stdout",
                        "mysql",
                        "mssql",
                        "mongodb",
                        "exchangeedb",
                        "vsswriter",
                        "systemstate",
                        "windowssystem",
                        "windisk",
                        "hyperv",
                        "vmware",
                        "proxmox",
                        "winmsofficemail")) {
            assertThat(tree("engine1/" + engine).list("")).as(engine).isNotEmpty();
        }
        assertThat(tree("").list("")).as("an item that is gone").isNotEmpty();
    }

    private static SnapshotTree files(String id, long created, String... paths) {
        ObjectNode profile = Json.MAPPER.createObjectNode();
        ObjectNode properties =
                profile.putObject("Sources").putObject("item").putObject("EngineProps");
        for (int i = 0; i < paths.length; i++) {
            properties.put("INCLUDE-000" + i, paths[i]);
        }
        return new SnapshotTree(snapshot(id, "engine1/file", created), profile);
    }

    private static SnapshotTree tree(String engine) {
        return new SnapshotTree(snapshot("c3", engine, NIGHT), Json.MAPPER.createObjectNode());
    }

    private static Snapshot snapshot(String id, String engine, long created) {
        return new Snapshot(id, engine, "item", "larkspur", "device", "windows", created);
    }

    private static List<ObjectNode> data(SnapshotTree tree) {
        String drive = tree.list("").get(0).path("subtree").asText();
        return tree.list(tree.list(drive).get(0).path("subtree").asText());
    }

    private static void walk(SnapshotTree tree, String id, Set<String> seen) {
        for (ObjectNode entry : tree.list(id)) {
            String subtree = entry.path("subtree").asText();
            if (!subtree.isEmpty()) {
                assertThat(seen.add(subtree)).as(entry.path("name").asText()).isTrue();
                walk(tree, subtree, seen);
            }
        }
    }

    private static String subtree(List<ObjectNode> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("subtree")
                .asText();
    }

    private static List<String> names(List<ObjectNode> entries) {
        return entries.stream().map(entry -> entry.path("name").asText()).toList();
    }

    private static List<Long> times(List<ObjectNode> entries) {
        return entries.stream().map(entry -> entry.path("mtime").asLong()).toList();
    }

    private static SearchClause rule(String field, String operator, String value) {
        return SearchClause.parse(
                Json.MAPPER
                        .createObjectNode()
                        .put("ClauseType", "")
                        .put("RuleField", field)
                        .put("RuleOperator", operator)
                        .put("RuleValue", value)
                        .toString());
    }
}
